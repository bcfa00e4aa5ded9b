import { hostCollector } from '../model/collector.ts'
import type { Host, Inventory } from '../model/inventory.ts'
import { Unseen } from '../model/unseen.ts'
import { holdsPool } from './snapraid/holder.ts'
import { type Block, blocksOf } from './systemd/blocks.ts'

/** One timer unit, as systemd has it now. */
export interface Timer {
  readonly unit: string
  /** What it starts; absent for a timer without a file. */
  readonly starts?: string
  readonly loadState: string
  readonly activeState: string
  readonly unitFileState?: string
  /** When it starts that next, as far as its calendar goes; absent when no moment is set. */
  readonly nextAt?: string
  /** When it last did. */
  readonly lastAt?: string
  /** Whether a run that was missed, say by a power cut, is made up for. */
  readonly isPersistent: boolean
  /** Calendar expressions, e.g. `*-*-* 03:00:00`. */
  readonly calendar: readonly string[]
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Timer units that systemd has loaded. */
    timers: readonly Timer[]
  }
}

const PROPERTIES =
  'Id,Unit,LoadState,ActiveState,UnitFileState,NextElapseUSecRealtime,LastTriggerUSec,Persistent,TimersCalendar'

/**
 * Timers and when they are due.
 *
 * @source systemctl(1) show, systemd 247 or later
 */
export const timers = hostCollector('timers', {
  where: (host, inventory) =>
    holdsPool(host, inventory) || hasCloud(host, inventory) || inventory.tofu?.host === host.name,
  command: `systemctl show '*.timer' --all --no-pager -p ${PROPERTIES}`,
  parse: ({ stdout }): readonly Timer[] => blocksOf(stdout).map(timerOf),
})

/** A cloud does its background jobs by a timer. */
const hasCloud = ({ name }: Host, { placement, services }: Inventory): boolean =>
  placement !== undefined && services.some(({ host, role }) => host === name && role === 'cloud')

function timerOf(block: Block): Timer {
  const starts = block.maybe('Unit')
  const unitFileState = block.maybe('UnitFileState')
  const nextAt = block.at('NextElapseUSecRealtime')
  const lastAt = block.at('LastTriggerUSec')
  return {
    unit: block.text('Id'),
    ...(starts ? { starts } : {}),
    loadState: block.text('LoadState'),
    activeState: block.text('ActiveState'),
    ...(unitFileState ? { unitFileState } : {}),
    ...(nextAt ? { nextAt } : {}),
    ...(lastAt ? { lastAt } : {}),
    isPersistent: block.isYes('Persistent'),
    calendar: block.all('TimersCalendar').filter(Boolean).map(calendarOf),
  }
}

function calendarOf(text: string): string {
  const found = /^\{ OnCalendar=(.+) ; next_elapse=.* \}$/.exec(text)
  if (!found?.[1]) throw new Unseen('not understood', 'a timer has a calendar of another form')
  return found[1]
}
