import { expect, test } from 'vitest'
import type { Inventory } from '../model/inventory.ts'
import { composeServices } from './compose-services.ts'
import { inventory } from './text/stage.ts'

const lab = { ...inventory, iac: {} } as unknown as Inventory
const reading = (text: string) =>
  composeServices.read(
    { list: async () => ['web/compose.yaml', 'README.md'], read: async () => text },
    lab,
  )

test('a service keeps names of variables, and whether a value is written down', async () => {
  const text = `
services:
  web:
    image: web:1.2
    environment: [USER=web, "PASSWORD=\${PASSWORD}", EMPTY]
    env_file: .env
    depends_on: { db: { condition: service_healthy } }
    healthcheck: { test: [CMD, ok] }
`
  expect(await reading(text)).toEqual([
    {
      file: 'web/compose.yaml',
      service: 'web',
      image: 'web:1.2',
      environmentNames: ['USER', 'PASSWORD', 'EMPTY'],
      literalNames: ['USER'],
      envFiles: ['.env'],
      hasHealthCheck: true,
      dependsOn: ['db'],
    },
  ])
})

test.each([['- a\n'], ['services: 3\n'], ['services: [\n']])(
  '%j is not understood',
  async (text) => {
    await expect(reading(text)).rejects.toThrow()
  },
)
