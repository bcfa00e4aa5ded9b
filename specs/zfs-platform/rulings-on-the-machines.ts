import type { Ruling } from '#harness'

/** Where the document disagrees with itself about the machines and what runs in them, and how it is read here. */
export const rulingsOnTheMachines: readonly Ruling[] = [
  {
    id: 'jellyfin-backend-address',
    between: ['ZF-61', 'ZF-77', 'ZF-42'],
    conflict:
      'The proxy is to pass Jellyfin on to an address that belongs to no machine of the document.',
    ruling: 'Jellyfin is where it runs: at the address of vm-media. The other address is a slip.',
    because: 'Table and section agree on it, and nothing else mentions the third address.',
    affects: [
      'zfs-platform/proxy-maps-jellyfin',
      'zfs-platform/vm-media-address',
      'zfs-platform/vm-range-respected',
      'zfs-platform/proxy-backends-use-static-addresses',
    ],
    override: ['waiver'],
  },
  {
    id: 'download-clients-have-no-host',
    between: ['ZF-87', 'ZF-31', 'ZF-79'],
    conflict:
      'Downloads are to go through the VPN and have a dataset, but no list of services has a client.',
    ruling:
      'The inventory names the client, which belongs to vm-media and shares the namespace of Gluetun. Without one, nothing is said about downloads.',
    because: 'The namespace that the document describes is on that machine.',
    affects: [
      'zfs-platform/download-traffic-uses-vpn',
      'zfs-platform/dataset-services-downloads',
      'zfs-platform/arr-egress-is-vpn',
    ],
    override: ['services'],
  },
  {
    id: 'monitoring-has-no-host',
    between: ['ZF-105', 'ZF-103', 'ZF-116'],
    conflict:
      'Prometheus and Grafana have a dataset, but appear in no list of a machine; on any of the five they would be a second domain.',
    ruling:
      'They run where the inventory puts them, and count as infrastructure: on vm-infra they are no second domain.',
    because: 'What watches the platform is part of what runs it, and of no other domain.',
    affects: [
      'zfs-platform/prometheus-runs',
      'zfs-platform/grafana-runs',
      'zfs-platform/monitoring-data-on-its-dataset',
      'zfs-platform/each-vm-one-domain',
    ],
    override: ['services[].host'],
  },
  {
    id: 'traefik-dns-routing',
    between: ['ZF-63', 'ZF-46'],
    conflict: 'Traefik answers no DNS; the resolver of the network is another guest.',
    ruling: 'It routes requests by the name that they ask for. Names are resolved by AdGuard Home.',
    because: 'It is what the program can do.',
    affects: ['zfs-platform/traefik-routes-internal-names', 'zfs-platform/dns-is-network-wide'],
  },
  {
    id: 'dot-local-names',
    between: ['ZF-61', 'ZF-62', 'ZF-76'],
    conflict:
      'Names under .local belong to multicast DNS: many clients never ask a resolver for them, and no public authority certifies them.',
    ruling:
      'The documented name is judged as it stands, asked of the resolver of the network, with a certificate of the lab’s own authority. Moving to another suffix is a decision about the document.',
    because: 'The name is in the document; that it serves some clients badly is said here.',
    affects: [
      'zfs-platform/jellyfin-name-points-to-proxy',
      'zfs-platform/traefik-terminates-tls',
      'zfs-platform/apps-reachable-from-mobile',
    ],
    override: ['waiver'],
  },
  {
    id: 'service-discovery-across-vms',
    between: ['ZF-64', 'ZF-114'],
    conflict:
      'Traefik discovers containers through an engine, and the other machines have engines of their own, which it must not reach.',
    ruling:
      'On its own machine it discovers by the engine, for all others by files that name them.',
    because: 'An engine that can be reached from another machine gives that machine everything.',
    affects: [
      'zfs-platform/traefik-discovers-services',
      'zfs-platform/vms-do-not-share-kernels-or-engines',
    ],
    override: ['waiver'],
  },
  {
    id: 'redis-without-postgres',
    between: ['ZF-56', 'ZF-57', 'ZF-59'],
    conflict: 'Authentik needs PostgreSQL, which is not listed, and of late no Redis, which is.',
    ruling:
      'Helpers that a listed service needs are accepted beside it. Redis is listed, and so it runs.',
    because: 'A list of services is meant for what people use, and each brings what it needs.',
    affects: [
      'zfs-platform/vm-infra-runs-authentik',
      'zfs-platform/vm-infra-runs-redis',
      'zfs-platform/vm-infra-service-list-is-complete',
    ],
    override: ['waiver'],
  },
  {
    id: 'two-vpns',
    between: ['ZF-47', 'ZF-111'],
    conflict: 'One VPN leads in from outside, another leads out; the document uses one word.',
    ruling: 'Remote access is Tailscale, the tunnel is Gluetun. Neither stands in for the other.',
    because: 'They have nothing in common but the word.',
    affects: ['zfs-platform/vpn-tailscale-running', 'zfs-platform/arr-egress-is-vpn'],
  },
  {
    id: 'vm-dev-too-small-for-kubernetes',
    between: ['ZF-124', 'ZF-98'],
    conflict: 'Two cores and 4 GB are few for Kubernetes.',
    ruling:
      'The size holds. A distribution for a single node fits; anything larger needs another row first.',
    because: 'The size is a fact of today, Kubernetes a wish for some day.',
    affects: ['zfs-platform/kubernetes-only-in-vm-dev', 'zfs-platform/vm-dev-memory'],
    override: ['waiver'],
  },
]
