import { all, control, knownAs, naming, none, the } from '#harness'

/** Engines, and what hands a socket on to the network. */
const ENGINE = /^(dockerd|containerd|podman|socat|systemd-socket.*|docker-socket.*)$/

control(
  'From the development machine nobody can drive the runtime, and neither mounts anything of the other',
  {
    statement: 'FR-12',
    impact: 'critical',
    kind: 'isolation',
    standards: ['SC-2', 'SC-7', 'AC-4', 'CIS-16.8'],
    remedy:
      '`docker context rm` what leads to the runtime, take `-H tcp://` out of the engine’s unit, and unmount what comes from the other machine; deploy by pulling, from the guest.',
  },
  ({ host, hosts, inventory, need, parameter, vantage }) => {
    const dev = need('development').host
    const place = () => {
      const because = `nobody looks from ${dev}: add it to vantages`
      const items = inventory.vantages.filter(({ from }) => from === dev)
      return the({ items, complete: false, because }, 'vantage', () => true).name
    }
    const runtime = hosts('hypervisor', 'service', 'monitoring')
    const ports = parameter.words('p.engine.ports').map(Number)
    const own = hosts('development')
    const volumesOn = (name: string) =>
      need('engines').includes(name) ? host(name).dockerVolumes : []
    const crossing = (at: string, other: typeof runtime) =>
      [
        ...host(at).mounts.map(({ path, source }) => ({ host: at, path, source })),
        ...volumesOn(at).map(({ name: path, options }) => ({
          host: at,
          path,
          source: Object.values(options).join(),
        })),
      ].filter(({ source }) => naming(knownAs({ host }, other))(source))
    all(
      () =>
        none(
          vantage(place()).openPorts,
          'is an engine’s port that answers Lyra',
          ({ host: at, port }) => ports.includes(port) && runtime.some(({ name }) => name === at),
        ),
      // A way over ssh needs no open port, and a socket may be forwarded to any file; both drive all the same.
      () =>
        none(
          host(dev).dockerContexts,
          'leads from Lyra to another engine',
          ({ endpoint }) =>
            !/^unix:\/\/\/((var\/)?run|run\/user\/\d+)\/docker\.sock$/.test(endpoint),
        ),
      ...runtime.map(({ name }) => () => {
        none(
          host(name).listeners.map((it) => ({ host: name, ...it })),
          'is an engine that listens on the network, or something that may hand on to one',
          ({ address, port, programs = [], protocol }) =>
            protocol === 'tcp' &&
            (programs.some((it) => ENGINE.test(it)) ||
              (port !== 22 && programs.every((it) => it === 'systemd'))) &&
            !/^(127\.|::1$)/.test(address),
        )
      }),
      () => none(crossing(dev, runtime), 'comes from the runtime', () => true),
      ...runtime.map(({ name }) => () => {
        none(crossing(name, own), 'comes from the development machine', () => true)
      }),
    )
  },
)
