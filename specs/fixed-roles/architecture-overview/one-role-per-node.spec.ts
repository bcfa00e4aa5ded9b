import { all, control, every, none, that } from '#harness'
import { marksOf } from './marks.ts'

control(
  'Every machine carries the marks of its own role, and of no other',
  {
    statement: 'FR-05',
    impact: 'high',
    kind: 'placement',
    standards: ['SC-2', 'CM-7', 'AC-5', 'CIS-4.8'],
    remedy:
      'Stop and remove what belongs to another role (`systemctl disable --now UNIT`, `apt-get purge PACKAGE`), and move it to the machine whose role it is.',
  },
  ({ host, inventory, need }) => {
    const machines = need('machines').map((it) => it.host)
    const media = need('placement')
      .stacks.filter(({ domain }) => ['media', 'files'].includes(domain))
      .flatMap(({ containers, host: at }) => containers.map((name) => `${at}/${name}`))
    const roleOf = (name: string) => inventory.hosts.find((it) => it.name === name)?.role
    const found = machines.flatMap((name) => {
      const { processes, software, startUps } = host(name)
      const engines = need('engines').includes(name) ? host(name).workloads : []
      return marksOf({
        // Guests of the hypervisor are its role, whatever runs in them; containers elsewhere are the machine’s.
        programs: processes
          .filter(({ isOwn }) => isOwn || roleOf(name) !== 'hypervisor')
          .flatMap((it) => [it.name, it.program.split('/').at(-1) ?? '']),
        packages: software.packages,
        units: startUps.units.map(({ unit }) => unit),
        lasting: engines
          .filter((it) => it.comesBack && !media.includes(`${name}/${it.name}`))
          .map((it) => it.name),
      }).map((mark) => ({ host: name, ...mark }))
    })
    all(
      () => none(found, 'is the mark of another role', (mark) => mark.role !== roleOf(mark.host)),
      () =>
        every(
          machines.map((name) => ({ host: name, role: roleOf(name) ?? 'none' })),
          'carries a mark of its role',
          (it) =>
            it.role === 'access'
              ? host(it.host).adminLogins.logins.some(({ status }) => status === 0)
              : found.some((mark) => mark.host === it.host && mark.role === it.role),
        ),
      () =>
        that(
          new Set(machines.map(roleOf)).size === machines.length,
          'no two machines have one role',
          { machines },
        ),
    )
  },
)
