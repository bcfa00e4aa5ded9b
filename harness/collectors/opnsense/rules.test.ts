import { expect, test } from 'vitest'
import { pfRuleOf } from './rules.ts'

test('a rule that passes is read in its parts', () => {
  expect(
    pfRuleOf(
      '@12 pass in quick on vlan030 inet proto tcp from 10.10.30.0/24 to 10.10.20.5 port = https flags S/SA keep state',
    ),
  ).toMatchObject({
    action: 'pass',
    direction: 'in',
    isQuick: true,
    interface: 'vlan030',
    family: 'inet',
    protocol: 'tcp',
    from: '10.10.30.0/24',
    to: '10.10.20.5',
    port: 'https',
  })
})

test('what a rule leaves out is everything', () => {
  const rule = pfRuleOf('@3 block drop in log inet6 all label "x"')
  expect(rule).toMatchObject({ action: 'block', from: 'any', to: 'any', family: 'inet6' })
  expect(rule.interface).toBeUndefined()
  expect(rule.port).toBeUndefined()
})

test('a redirect has its target, and other words are not understood as a rule', () => {
  expect(
    pfRuleOf(
      '@0 rdr on igc0 inet proto tcp from any to 203.0.113.2 port = https -> 10.10.20.5 port 443',
    ),
  ).toMatchObject({ action: 'rdr', target: '10.10.20.5', port: 'https' })
  expect(pfRuleOf('@0 anchor "miniupnpd" all').action).toBe('other')
})
