import { expect, test } from 'vitest'
import { switchTable } from './switch-table.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const answers = {
  '/rest/system/resource': { version: '7.19.4 (stable)' },
  '/rest/interface/bridge': [{ name: 'bridge', 'vlan-filtering': 'true' }],
  '/rest/interface/bridge/vlan': [{ 'vlan-ids': '20', 'current-tagged': 'ether1,ether2' }],
  '/rest/interface/bridge/port': [{ interface: 'ether1', pvid: '10', disabled: 'false' }],
  '/rest/interface/ethernet': [{ name: 'ether1', disabled: 'false' }],
}

test('a port has the VLANs that are in force', async () => {
  expect(await switchTable.read(answering(answers), inventory)).toEqual({
    version: '7.19.4 (stable)',
    filtersVlans: true,
    ports: [{ port: 'ether1', isEnabled: true, pvid: 10, tagged: [20] }],
  })
})

test('a switch that shows no port says nothing', async () => {
  const get = answering({ ...answers, '/rest/interface/bridge/port': [] })
  await expect(switchTable.read(get, inventory)).rejects.toThrow()
})
