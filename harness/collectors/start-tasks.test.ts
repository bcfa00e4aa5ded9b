import { expect, test } from 'vitest'
import { startTasks } from './start-tasks.ts'
import { answering } from './text/answers.ts'
import { inventory } from './text/stage.ts'

const path = (type: string) => `/api2/json/nodes/pve/tasks?typefilter=${type}&source=all&limit=500`
const read = (startall: unknown[], qmstart: unknown[], vzstart: unknown[]) =>
  startTasks.read(
    answering({
      [path('startall')]: { data: startall },
      [path('qmstart')]: { data: qmstart },
      [path('vzstart')]: { data: vzstart },
    }),
    { ...inventory, pve: { node: 'pve' } },
  )

test('starts of all kinds stand in the order in which they began', async () => {
  const { items, complete } = await read(
    [{ type: 'startall', id: '', starttime: 1_700_000_000, endtime: 1_700_000_100, status: 'OK' }],
    [{ type: 'qmstart', id: '102', starttime: 1_700_000_002 }],
    [
      {
        type: 'vzstart',
        id: '103',
        starttime: 1_700_000_001,
        endtime: 1_700_000_003,
        status: 'no',
      },
    ],
  )

  expect(complete).toBe(true)
  expect(items).toEqual([
    {
      type: 'startall',
      startedAt: '2023-11-14T22:13:20.000Z',
      endedAt: '2023-11-14T22:15:00.000Z',
      status: 'OK',
    },
    {
      type: 'vzstart',
      vmid: 103,
      startedAt: '2023-11-14T22:13:21.000Z',
      endedAt: '2023-11-14T22:13:23.000Z',
      status: 'no',
    },
    { type: 'qmstart', vmid: 102, startedAt: '2023-11-14T22:13:22.000Z' },
  ])
})

test('a filter that was not obeyed, and a list as long as its limit, are not trusted', async () => {
  const task = { type: 'vzdump', id: '102', starttime: 1 }
  const many = Array.from({ length: 500 }, () => ({ ...task, type: 'qmstart' }))

  await expect(read([], [task], [])).rejects.toThrow('got others')
  expect(await read([], many, [])).toMatchObject({ complete: false })
})
