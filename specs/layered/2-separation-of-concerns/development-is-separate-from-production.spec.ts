import { all, control, every, none, the } from '#harness'
import { vlanOf } from '../vlans.ts'

control(
  'What is developed has hosts, networks and secrets of its own',
  {
    statement: 'LA-14',
    impact: 'high',
    kind: 'isolation',
    standards: ['CM-4(1)', 'SC-7', 'AC-4', 'SC-2', 'CIS-16.8'],
    remedy:
      'Move the workload to a host of its own kind, in its VLAN, and give it secrets of its own; close the port at the edge.',
  },
  ({ host, hosts, lab, need, vantage }) => {
    const { development, envFiles, deployed } = need('iac')
    const { vlans, crossings } = need('segments')
    const isDev = (name: string) => development.includes(name)
    const places = hosts().map(({ name, address, vmid }) => ({
      host: name,
      vmid,
      vlan: vlanOf(address, vlans)?.name,
      isDev: isDev(name),
    }))
    const devVlans = [...new Set(places.filter((it) => it.isDev).map(({ vlan }) => vlan ?? 'none'))]
    const stacks = hosts('compute').flatMap(({ name }) =>
      host(name).deployments.containers.map(({ container, compose }) => ({
        host: name,
        container,
        file: compose?.files[0],
      })),
    )
    const sourceOf = (on: string, path: string | undefined) =>
      deployed.find((it) => it.host === on && it.path === path)?.source

    all(
      // Of a name that is none nothing is kept apart.
      () =>
        every(
          development.map((name) => ({ development: name })),
          'is a host of the lab',
          (it) => places.some(({ host: name }) => name === it.development),
        ),
      () =>
        every(
          places.filter(({ vmid }) => vmid !== undefined),
          'is tagged at the hypervisor as what it is',
          ({ vmid, isDev: dev }) => {
            const { options } = the(lab.guestConfigs, `guest ${vmid}`, (it) => it.vmid === vmid)
            return (options.tags ?? '').split(/[;,]/).includes(dev ? 'dev' : 'prod')
          },
        ),
      () =>
        none(
          places,
          'is in a VLAN of the other kind',
          ({ vlan = 'none', isDev: dev }) => devVlans.includes(vlan) !== dev,
        ),
      () =>
        every(stacks, 'comes from a definition of its own kind', ({ host: on, file }) => {
          const source = sourceOf(on, file)
          return (
            source !== undefined &&
            deployed
              .filter((it) => it.source === source)
              .every((it) => isDev(it.host) === isDev(on))
          )
        }),
      () =>
        none(
          envFiles.map(({ host: on, template }) => ({ host: on, template })),
          'shares secrets with the other kind',
          ({ host: on, template }) =>
            envFiles.some((it) => it.template === template && isDev(it.host) !== isDev(on)),
        ),
      ...devVlans.map((vlan) => () => {
        const seen = vantage(vlan).openPorts
        none(
          {
            ...seen,
            items: seen.items.filter(
              (it) =>
                vlanOf(it.address, vlans)?.name !== vlan &&
                !(it.host !== undefined && isDev(it.host)),
            ),
          },
          'of production answers development',
          ({ host: to, port }) =>
            !crossings.some((it) => it.from === vlan && it.to === to && it.ports.includes(port)),
        )
      }),
    )
  },
)
