import { all, control, every, none } from '#harness'

control(
  'SSH takes keys and nothing else, from no root with a password, and only where it may be called from',
  {
    statement: 'ZT-51',
    impact: 'high',
    kind: 'identity',
    standards: ['AC-17', 'IA-2', 'IA-5', 'AC-6(5)', 'CIS-5.2', 'CIS-4.1'],
    remedy:
      'Set `PasswordAuthentication no`, `KbdInteractiveAuthentication no` and `PermitRootLogin prohibit-password` in /etc/ssh/sshd_config.d, then `systemctl reload ssh`; let the firewall take port 22 from the tailnet alone.',
  },
  ({ host, hosts, vantage, need, inventory }) => {
    const { sshSources } = need('network')
    const { ssh: runsItself } = need('tailnet')
    const machines = hosts().map(({ name, ssh, tailnetAddress }) => ({
      host: name,
      port: ssh.port,
      isMember: tailnetAddress !== undefined,
    }))
    const elsewhere = ['internet', 'lan', 'tailnet', 'stranger'].filter(
      (name) => !sshSources.includes(name),
    )
    const isVantage = (wanted: string) => inventory.vantages.some(({ name }) => name === wanted)
    const rootless = ['no', 'prohibit-password', 'without-password', 'forced-commands-only']
    all(
      () =>
        every(machines, 'offers keys alone, as it runs', (machine) =>
          host(machine.host).sshOffer.methods.every((method) => method === 'publickey'),
        ),
      ...machines.map((machine) => () => {
        none(
          host(machine.host).sshdConfig.map((x) => ({ host: machine.host, ...x })),
          'is let in with less than a key, by the configuration',
          (x) => x.takesPasswords || x.takesAnswers || x.takesEmptyPasswords || x.trustsHosts,
        )
        every(
          host(machine.host).sshdConfig.map((x) => ({ host: machine.host, ...x })),
          'lets root in with a key, or not at all',
          ({ permitRootLogin }) => rootless.includes(permitRootLogin),
        )
      }),
      ...sshSources.map((name) => () => {
        every(
          vantage(name).sshMethods.filter(({ methods }) => methods !== undefined),
          'offers keys alone, seen from where it is called',
          ({ methods = [] }) => methods.every((method) => method === 'publickey'),
        )
      }),
      () => {
        const missing = elsewhere.filter((name) => !isVantage(name))
        const because = `nobody looks from ${missing.join(', ')}: add it to vantages`
        none({ items: [], complete: missing.length === 0, because }, 'answers there', () => true)
      },
      ...elsewhere.filter(isVantage).map((name) => () => {
        none(vantage(name).openPorts, `answers ${name} on a port of SSH`, ({ host: at, port }) =>
          machines.some((x) => x.port === port && (at === undefined || at === x.host)),
        )
      }),
      ...machines.map((machine) => () => {
        none(
          host(machine.host).listeners.map((x) => ({ host: machine.host, ...x })),
          'is an SSH server beside the one that is known',
          ({ programs = [], port }) =>
            programs.includes('dropbear') || (programs.includes('sshd') && port !== machine.port),
        )
      }),
      () =>
        none(
          machines.filter((x) => x.isMember && !runsItself.includes(x.host)),
          'takes logins through Tailscale, past sshd',
          (x) => host(x.host).tailscalePrefs.runsSsh,
        ),
    )
  },
)
