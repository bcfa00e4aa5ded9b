import { hostCollector } from '../model/collector.ts'
import { flag, list, number, object, parseJson, text } from '../model/parse.ts'
import { Unseen } from '../model/unseen.ts'
import { hasEngine } from './machines/asked.ts'

/** A container as its engine has it, running or not. Names of variables only: values may be secrets. */
export interface Container {
  readonly id: string
  readonly name: string
  readonly image: string
  /** `running`, `exited`, `created`, `paused`, `restarting`, `dead`. */
  readonly status: string
  readonly isRunning: boolean
  /** `healthy`, `unhealthy`, `starting`; absent without a health check. */
  readonly health?: string
  readonly startedAt: string
  readonly restartCount: number
  /** `no`, `always`, `on-failure`, `unless-stopped`. */
  readonly restartPolicy: string
  /** As configured, e.g. `1000:1000`; empty means root. */
  readonly user: string
  readonly envNames: readonly string[]
  readonly isPrivileged: boolean
  readonly capAdd: readonly string[]
  readonly capDrop: readonly string[]
  readonly securityOptions: readonly string[]
  /** Modes of its namespaces: `host` is the one of the machine. `pid`, `uts`, `userns` empty: its own. */
  readonly namespaces: {
    readonly pid: string
    readonly ipc: string
    readonly uts: string
    readonly network: string
    readonly userns: string
    readonly cgroup: string
  }
  readonly devices: readonly string[]
  /** Drivers of requested devices, e.g. `nvidia`, `gpu`. */
  readonly deviceRequests: readonly string[]
  readonly runtime: string
  readonly mounts: readonly ContainerVolume[]
}

/** A mount as the engine means it; what the kernel made of it is another fact. */
export interface ContainerVolume {
  /** `bind`, `volume`, `tmpfs`. */
  readonly type: string
  readonly source: string
  readonly destination: string
  readonly isWritable: boolean
  readonly propagation: string
}

declare module '../model/facts.ts' {
  interface HostFacts {
    /** Every container of the host's engine, stopped ones included. */
    containers: readonly Container[]
  }
}

const FIELDS: Readonly<Record<string, string>> = {
  id: '.ID',
  name: '.Name',
  image: '.Config.Image',
  status: '.State.Status',
  running: '.State.Running',
  startedAt: '.State.StartedAt',
  restartCount: '.RestartCount',
  restartPolicy: '.HostConfig.RestartPolicy.Name',
  user: '.Config.User',
  privileged: '.HostConfig.Privileged',
  capAdd: '.HostConfig.CapAdd',
  capDrop: '.HostConfig.CapDrop',
  securityOptions: '.HostConfig.SecurityOpt',
  pid: '.HostConfig.PidMode',
  ipc: '.HostConfig.IpcMode',
  uts: '.HostConfig.UTSMode',
  network: '.HostConfig.NetworkMode',
  userns: '.HostConfig.UsernsMode',
  cgroup: '.HostConfig.CgroupnsMode',
  devices: '.HostConfig.Devices',
  deviceRequests: '.HostConfig.DeviceRequests',
  runtime: '.HostConfig.Runtime',
  mounts: '.Mounts',
}

const TEMPLATE = [
  ...Object.entries(FIELDS).map(([key, path]) => `"${key}":{{json ${path}}}`),
  '"health":{{if .State.Health}}{{json .State.Health.Status}}{{else}}null{{end}}',
  '"envNames":[{{range $i, $e := .Config.Env}}{{if $i}},{{end}}{{json (index (split $e "=") 0)}}{{end}}]',
].join()

/**
 * Every container: what its engine was told. No command line, label or value of a variable is asked for.
 *
 * @source docker-inspect(1), Engine 20.10 or later
 */
export const containers = hostCollector('containers', {
  where: (host, inventory) => host.role === 'compute' || hasEngine(host, inventory),
  command: `i=$(docker ps -aq --no-trunc) || exit; [ -z "$i" ] || docker inspect --type container --format '{${TEMPLATE}}' $i || exit; echo listed`,
  parse: ({ stdout }): readonly Container[] => {
    const lines = stdout.trimEnd().split('\n')
    if (lines.pop() !== 'listed') throw new Unseen('cut short', 'the list of containers has no end')
    return lines.map((line) =>
      containerOf(object(parseJson(line, 'docker inspect'), 'a container')),
    )
  },
})

type Row = Readonly<Record<string, unknown>>

function containerOf(row: Row): Container {
  const words = (key: string) => texts(row[key], key)
  const say = (key: string) => text(row[key], key)
  return {
    id: say('id'),
    name: say('name').replace(/^\//, ''),
    image: say('image'),
    status: say('status'),
    isRunning: flag(row.running, 'running'),
    ...(row.health === null ? {} : { health: say('health') }),
    startedAt: say('startedAt'),
    restartCount: number(row.restartCount, 'restartCount'),
    restartPolicy: say('restartPolicy'),
    user: say('user'),
    envNames: words('envNames'),
    isPrivileged: flag(row.privileged, 'privileged'),
    capAdd: words('capAdd'),
    capDrop: words('capDrop'),
    securityOptions: words('securityOptions'),
    namespaces: {
      pid: say('pid'),
      ipc: say('ipc'),
      uts: say('uts'),
      network: say('network'),
      userns: say('userns'),
      cgroup: say('cgroup'),
    },
    devices: rows(row.devices, 'devices').map((it) => text(it.PathOnHost, 'PathOnHost')),
    deviceRequests: rows(row.deviceRequests, 'deviceRequests')
      .flatMap((it) => [...texts([it.Driver], 'Driver'), ...alternatives(it.Capabilities)])
      .filter(Boolean),
    runtime: say('runtime'),
    mounts: rows(row.mounts, 'mounts').map(volumeOf),
  }
}

const volumeOf = (row: Row): ContainerVolume => ({
  type: text(row.Type, 'Type of a mount'),
  source: row.Source === undefined ? '' : text(row.Source, 'Source of a mount'),
  destination: text(row.Destination, 'Destination of a mount'),
  isWritable: flag(row.RW, 'RW of a mount'),
  propagation: text(row.Propagation, 'Propagation of a mount'),
})

/** The engine writes null for a list nobody filled. An absent one is not understood. */
const rows = (value: unknown, what: string): readonly Row[] =>
  value === null ? [] : list(value, what).map((item) => object(item, what))

const texts = (value: unknown, what: string): readonly string[] =>
  value === null ? [] : list(value, what).map((item) => text(item, what))

/** Capabilities of a request are lists of alternatives. */
const alternatives = (value: unknown): readonly string[] =>
  value === null ? [] : list(value, 'Capabilities').flatMap((some) => texts(some, 'Capabilities'))
