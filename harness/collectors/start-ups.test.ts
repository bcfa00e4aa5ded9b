import { expect, test } from 'vitest'
import { startUps } from './start-ups.ts'
import { read } from './text/answer.ts'

const UNIT = 'unit cron.service enabled active /usr/lib/systemd/system/cron.service cron\n'

test('units, users, lingering and cron', () => {
  const text = `${UNIT}unit run-1.service transient inactive - -\nuser /home/ana/.config/systemd/user/default.target.wants/x.service\nlinger ana\ncron boot - /var/spool/cron/crontabs/ana\nlooked\n`
  expect(read(startUps, text)).toEqual({
    units: [
      {
        unit: 'cron.service',
        state: 'enabled',
        isActive: true,
        path: '/usr/lib/systemd/system/cron.service',
        owner: 'cron',
      },
      { unit: 'run-1.service', state: 'transient', isActive: false },
    ],
    ofUsers: ['/home/ana/.config/systemd/user/default.target.wants/x.service'],
    lingering: ['ana'],
    crons: [{ path: '/var/spool/cron/crontabs/ana', atBoot: true }],
  })
})

test('a unit that was told to start something else is no longer what its package says', () => {
  const changed = `${UNIT.trimEnd()} changed\n`
  expect(read(startUps, `${changed}looked\n`).units[0]).toMatchObject({ isChanged: true })
})

test('nobody brought what stands in /etc/rc.local', () => {
  const unit =
    'unit rc-local.service static active /usr/lib/systemd/system/rc-local.service systemd\n'
  expect(read(startUps, `${unit}looked\n`).units[0]).not.toHaveProperty('owner')
})

test.each([
  UNIT,
  `${UNIT.trimEnd()} other\nlooked\n`,
  'looked\n',
  'unit a.service enabled inactive /a a\nlooked\n',
  `${UNIT}unit a b\nlooked\n`,
  `${UNIT}timer x\nlooked\n`,
])('%j is refused', (text) => {
  expect(() => read(startUps, text)).toThrow()
})
