import { all, control, every, none } from '#harness'

control(
  'What leaves a host inside the site is encrypted, and its certificate looked at',
  {
    statement: 'LA-23',
    impact: 'high',
    kind: 'exposure',
    standards: ['SC-8', 'SC-8(1)', 'SC-13', 'CIS-3.10', 'CIS-12.3'],
    remedy:
      'Give the service a certificate of the lab’s CA and use https:// to reach it, with `proxy_ssl_verify on`; bind what speaks in the clear to loopback.',
  },
  ({ host, hosts, lab, need }) => {
    const { host: proxy } = need('proxy')
    const isLocal = (name: string) => /^(127\.|\[?::1\]?$|localhost$|unix$)/.test(name)
    const backends = host(proxy).nginx.servers.flatMap(({ names, locations }) =>
      locations.flatMap(({ path, backend, verifiesBackend }) =>
        backend === undefined ? [] : [{ names, path, backend, verifiesBackend }],
      ),
    )

    all(
      () =>
        every(
          Object.entries(need('apis')).map(([api, { url }]) => ({ api, url })),
          'is asked over TLS, or on a socket',
          ({ url }) => /^(https|ssh|unix):/.test(url),
        ),
      () =>
        every(
          backends,
          'is reached over TLS with its certificate looked at, or on the proxy itself',
          ({ backend, verifiesBackend }) =>
            (/^(https|grpcs|uwsgis):/.test(backend) && verifiesBackend) ||
            isLocal(new URL(backend).hostname),
        ),
      () =>
        every(
          lab.prometheusTargets.map(({ job, host: on, port, scheme }) => ({
            job,
            host: on,
            port,
            scheme,
          })),
          'is scraped over TLS, or on the host itself',
          ({ host: on, scheme }) => scheme === 'https' || isLocal(on),
        ),
      () =>
        every(
          lab.grafana.dataSources.items.map(({ name, host: on, port }) => ({
            name,
            host: on,
            port,
          })),
          'is a data source at a port with TLS',
          ({ host: on, port }) =>
            isLocal(on) ||
            Object.values(need('apis')).some(
              ({ url }) => url.startsWith('https:') && url.includes(`${on}:${port}`),
            ),
        ),
      () =>
        every(
          host(need('smb').host).smbConfig.shares.map(({ name, encryption }) => ({
            share: name,
            encryption,
          })),
          'is shared encrypted only',
          ({ encryption }) => encryption === 'required',
        ),
      () =>
        none(
          hosts().flatMap(({ name: on }) =>
            host(on)
              .mounts.filter(({ fstype }) => /^(nfs|cifs|smb)/.test(fstype))
              .map(({ path, fstype, superOptions }) => ({ host: on, path, fstype, superOptions })),
          ),
          'is mounted in the clear',
          ({ superOptions }) =>
            !superOptions.some((it) => /^(xprtsec=m?tls|sec=krb5p|seal)$/.test(it)),
        ),
    )
  },
)
