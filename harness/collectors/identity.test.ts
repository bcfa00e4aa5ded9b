import { expect, test } from 'vitest'
import { identity } from './identity.ts'
import { host, inventory } from './text/stage.ts'

const parse = (stdout: string) => identity.parse({ status: 0, stdout, stderr: '' }, host, inventory)

const BOOT = 'bootId=4bd4a0a5-7b5c-44a2-9f10-4b1f40b3d1c7\nbtime=1795223393\n'

test('reads a VM: the firmware shows the uuid the hypervisor gave it', () => {
  expect(
    parse(
      `hostname=vm102\nmachineId=5f19af0766bf4639845c397c0db60002\nproductUuid=0C9A6A0E-0E4C-4D29-8B43-7F1C0A5D0102\n${BOOT}`,
    ),
  ).toEqual({
    hostname: 'vm102',
    machineId: '5f19af0766bf4639845c397c0db60002',
    productUuid: '0c9a6a0e-0e4c-4d29-8b43-7f1c0a5d0102',
    bootId: '4bd4a0a5-7b5c-44a2-9f10-4b1f40b3d1c7',
    bootedAt: '2026-11-21T01:09:53.000Z',
  })
})

test('what is not there is left out, never made up', () => {
  const found = parse(`hostname=router\n${BOOT}`)

  expect(found).not.toHaveProperty('machineId')
  expect(found).not.toHaveProperty('productUuid')
})

test('refuses an answer without boot or name', () => {
  expect(() => parse('hostname=vm102\n')).toThrow('no bootId')
  expect(() => parse(BOOT)).toThrow('no hostname')
  expect(() => parse(`hostname=vm102\n${BOOT.replace('1795223393', '')}`)).toThrow('no btime')
})
