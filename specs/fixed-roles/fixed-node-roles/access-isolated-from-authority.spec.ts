import { all, control, knownAs, naming, none } from '#harness'

const AUTHORITY =
  /^(slapd|kanidmd|ns-slapd|named|dnsmasq|unbound|pdns_.*|knotd|coredns|dnscrypt-proxy|pihole-FTL|AdGuardHome|technitium.*|kea-.*|dhcpd|radvd|step-ca|lldap|samba|zitadel|rauthy|dex|ocis|gogs|zot|vault|openbao|gitea|forgejo|gitlab.*|soft|registry|krb5kdc|kadmind|radiusd|freeradius|etcd|consul|authelia|authentik.*|keycloak.*|puppetserver|salt-master|tang|smbd|nfsd)$/

control(
  'The access machine is the authority for nothing: no directory, names, certificates, origin or configuration',
  {
    statement: 'FR-14',
    impact: 'high',
    kind: 'isolation',
    standards: ['AC-5', 'SC-2', 'SC-3'],
    remedy:
      'Move the service or repository to its place (`git clone --mirror` to the forge, then `git remote set-url`), and stop it on Nova with `systemctl disable --now`.',
  },
  ({ host, hosts, need }) => {
    const name = need('access').host
    const speaksOf = naming(
      knownAs(
        { host },
        hosts('access').filter((it) => it.name === name),
      ),
    )
    const others = hosts().filter((it) => it.name !== name && it.role !== 'router')
    const { ofUsers, units } = host(name).startUps
    const kept = need('access').keys.map(({ path }) => path)
    all(
      () =>
        none(
          host(name).processes,
          'is an authority',
          (it) => AUTHORITY.test(it.name) || AUTHORITY.test(it.program.split('/').at(-1) ?? ''),
        ),
      () =>
        none([...units.map(({ unit }) => unit), ...ofUsers], 'starts an authority', (it) =>
          AUTHORITY.test((it.split('/').at(-1) ?? '').replace(/[.@].*$/, '')),
        ),
      () => none(host(name).repositories, 'is an origin', ({ isBare }) => isBare),
      () =>
        none(
          host(name).privateKeys,
          'signs for others',
          ({ kind, path }) =>
            !kept.includes(path) && (kind === 'pem' || /(^|\/)[^/]*ca[^/]*\.?key/.test(path)),
        ),
      ...others.map((it) => () => {
        none(
          {
            ...host(it.name).repositories,
            items: host(it.name).repositories.items.flatMap(({ path, remotes }) =>
              remotes.map(({ url }) => ({ host: it.name, path, url })),
            ),
          },
          'has its origin on the access machine',
          ({ url }) => speaksOf(url),
        )
      }),
      ...others.map((it) => () => {
        none(host(it.name).resolver, 'is asked for names', speaksOf)
      }),
      ...hosts('router').map((router) => () => {
        none(
          host(router.name).nameService.settings,
          'makes it an authority for the LAN',
          ({ key, value }) =>
            !/^(host-record|dhcp-host|hosts|ptr-record)$/.test(key) && speaksOf(value),
        )
      }),
    )
  },
)
