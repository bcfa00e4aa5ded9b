import { all, control, every, that, the } from '#harness'

control(
  'From Nova an administrator gets into every other machine and to the Proxmox interface',
  {
    statement: 'FR-28',
    impact: 'high',
    kind: 'configuration',
    standards: ['AC-17', 'CP-2', 'IA-2'],
    remedy:
      'Put the administrator’s public key on the machine, let its firewall take port 22 from Nova, and start the agent that holds the key; renew known_hosts only after comparing the fingerprint at the console.',
  },
  ({ host, inventory, need, parameter }) => {
    const { api, host: name, logins } = need('access')
    const longest = parameter.seconds('p.access.max_login')
    const seen = host(name).adminLogins
    const others = need('machines').filter((it) => it.host !== name)
    const triedFor = (wanted: string) =>
      the(seen.logins, `login at ${wanted}`, (it) => it.host === wanted)
    const pinned = inventory.apis[api]?.fingerprint?.replaceAll(':', '').toLowerCase()
    all(
      () =>
        every(others, 'is logged in to from Nova', (it) =>
          logins.some((login) => login.host === it.host),
        ),
      () =>
        every(others, 'lets the administrator in, and in time', (it) => {
          const { seconds, status } = triedFor(it.host)
          return status === 0 && seconds <= longest
        }),
      () =>
        every(others, 'is the machine that answers', (it) => {
          const { hostKey, hostname } = triedFor(it.host)
          const wanted = inventory.hosts.find((one) => one.name === it.host)?.ssh.hostKey
          return hostname === it.host && hostKey !== undefined && (!wanted || wanted === hostKey)
        }),
      () =>
        that(
          [200, 401].includes(seen.api.status) && seen.api.seconds <= longest,
          'the Proxmox interface answers, and in time',
          seen.api,
        ),
      () =>
        that(
          seen.api.fingerprint !== undefined && seen.api.fingerprint === pinned,
          'its certificate is the pinned one',
          seen.api,
        ),
    )
  },
)
