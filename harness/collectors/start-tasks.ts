import type { Census } from '../model/census.ts'
import { apiCollector, type Get } from '../model/collector.ts'
import { number, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { API, rowsOf } from './proxmox/answer.ts'

/** A start that the hypervisor has on record: of one guest, or of all at its own boot (`startall`). */
export interface StartTask {
  readonly type: 'qmstart' | 'vzstart' | 'startall'
  /** The guest; absent for `startall`. */
  readonly vmid?: number
  /** On the hypervisor's clock, as are all times of tasks. */
  readonly startedAt: string
  /** Absent while it runs. */
  readonly endedAt?: string
  /** `OK`, or what went wrong; absent while it runs. */
  readonly status?: string
}

declare module '../model/facts.ts' {
  interface LabFacts {
    /** Starts still on record, oldest first. Old ones are forgotten: one from before a boot must be among them. */
    startTasks: Census<StartTask>
  }
}

const LIMIT = 500

/**
 * Start tasks of the node. One kind per question: the filter takes a single type.
 *
 * @source GET /nodes/{node}/tasks?typefilter=…; without Sys.Audit only the token's own tasks
 */
export const startTasks = apiCollector('startTasks', {
  api: 'proxmox',
  read: async (get, { pve }): Promise<Census<StartTask>> => {
    if (!pve) throw new Unseen('not asked', 'the inventory has no "pve": its node is not known')
    const lists = [
      await tasksOf(get, pve.node, 'startall'),
      await tasksOf(get, pve.node, 'qmstart'),
      await tasksOf(get, pve.node, 'vzstart'),
    ]
    const items = lists.flat().sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
    return lists.some((tasks) => tasks.length >= LIMIT)
      ? { items, complete: false, because: `more than ${LIMIT} start tasks of one kind on record` }
      : { items, complete: true }
  },
})

async function tasksOf(
  get: Get,
  node: string,
  type: StartTask['type'],
): Promise<readonly StartTask[]> {
  const path = `${API}/nodes/${node}/tasks?typefilter=${type}&source=all&limit=${LIMIT}`
  return rowsOf(await get(path), path).map((row) => {
    if (row.type !== type)
      throw new Unseen('not understood', `asked for tasks of type ${type}, got others`)
    const id = text(row.id, 'id of a task')
    return {
      type,
      ...(id === '' ? {} : { vmid: number(id, 'guest of a task') }),
      startedAt: moment(row.starttime, 'starttime of a task'),
      ...(row.endtime === undefined ? {} : { endedAt: moment(row.endtime, 'endtime of a task') }),
      ...(row.status === undefined ? {} : { status: text(row.status, 'status of a task') }),
    }
  })
}

const moment = (seconds: unknown, what: string): string =>
  new Date(number(seconds, what) * 1000).toISOString()
