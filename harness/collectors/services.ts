import { hostCollector } from '../model/collector.ts'
import { Unseen } from '../model/unseen.ts'
import { type Block, blocksOf } from './systemd/blocks.ts'

/** One service unit, as systemd has it now. */
export interface Service {
  /** Its own name, e.g. `smbd.service`. */
  readonly unit: string
  /** Every name it answers to: `smb.service` may be `smbd.service`. */
  readonly names: readonly string[]
  /** `loaded`, `masked`, `not-found` (only other units speak of it), `bad-setting` … */
  readonly loadState: string
  readonly activeState: string
  readonly subState: string
  /** How it ended last: `success`, `exit-code`, `timeout` … */
  readonly result: string
  /** Whether it starts by itself: `enabled`, `disabled`, `static`, `masked` …; absent when there is no file. */
  readonly unitFileState?: string
  /** `simple`, `notify`, `oneshot` …; absent when there is no file. */
  readonly type?: string
  /** The program it runs, without its arguments: those may hold secrets. */
  readonly program?: string
  readonly fragmentPath?: string
  readonly mainPid: number
  readonly restarts: number
  /** When it became active last; absent when it never was in this boot. */
  readonly activeAt?: string
  /** The same on the clock that starts with the boot, in microseconds; 0 when it never was. */
  readonly activeAfterBootUs: number
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Service units that systemd has loaded; one that nothing needs and nobody started is not among them. */
    services: readonly Service[]
  }
}

const PROPERTIES =
  'Id,Names,LoadState,ActiveState,SubState,Result,UnitFileState,Type,ExecStart,FragmentPath,MainPID,NRestarts,ActiveEnterTimestamp,ActiveEnterTimestampMonotonic'

/**
 * Service units and their states.
 *
 * @source systemctl(1) show, systemd 247 or later
 */
export const services = hostCollector('services', {
  command: `o=$(systemctl show '*.service' --all --no-pager -p ${PROPERTIES}) || exit; printf '%s\\n' "$o" | sed -E 's/^(ExecStart=\\{ path=[^ ]+) .*/\\1/'`,
  parse: ({ stdout }): readonly Service[] => {
    const found = blocksOf(stdout).map(serviceOf)
    if (!found.some(({ activeState }) => activeState === 'active'))
      throw new Unseen('not understood', 'systemd lists no active service: not a running system')
    return found
  },
})

function serviceOf(block: Block): Service {
  const unitFileState = block.maybe('UnitFileState')
  const type = block.maybe('Type')
  const program = /^\{ path=(\S+)$/.exec(block.maybe('ExecStart') ?? '')?.[1]
  const fragmentPath = block.maybe('FragmentPath')
  const activeAt = block.at('ActiveEnterTimestamp')
  return {
    unit: block.text('Id'),
    names: block.words('Names'),
    loadState: block.text('LoadState'),
    activeState: block.text('ActiveState'),
    subState: block.text('SubState'),
    result: block.text('Result'),
    ...(unitFileState ? { unitFileState } : {}),
    ...(type ? { type } : {}),
    ...(program ? { program } : {}),
    ...(fragmentPath ? { fragmentPath } : {}),
    mainPid: block.count('MainPID'),
    restarts: block.count('NRestarts'),
    ...(activeAt ? { activeAt } : {}),
    activeAfterBootUs: block.count('ActiveEnterTimestampMonotonic'),
  }
}
