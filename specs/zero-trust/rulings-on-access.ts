import type { Ruling } from '#harness'

/** Where the document disagrees with itself about who may reach and change what, and how it is read here. */
export const rulingsOnAccess: readonly Ruling[] = [
  {
    id: 'portmapper-versus-no-forwarding',
    between: ['ZT-49', 'ZT-50'],
    conflict:
      'Tailscale asks the router for a UDP mapping by itself wherever UPnP, NAT-PMP or PCP answers; the router is to forward nothing.',
    ruling:
      'A mapping made on request is a forwarded port. The router answers none of the three protocols; where it must, its table is empty and every Tailscale node has its port mapper switched off.',
    because:
      'What a program may open at any moment is open, whatever the table shows during a look.',
    affects: [
      'zero-trust/router-has-no-dynamic-port-mappings',
      'zero-trust/no-public-ingress-ipv4',
    ],
    override: ['waiver'],
  },
  {
    id: 'internet-arrow-versus-no-ingress',
    between: ['ZT-54', 'ZT-48'],
    conflict:
      'A way in that starts out on the internet could be Tailscale Funnel, which is public.',
    ruling: 'Tailscale means the tailnet, to which a device must be admitted. Funnel is off.',
    because: 'Only this reading leaves both sentences true.',
    affects: [
      'zero-trust/tailscale-funnel-is-off',
      'zero-trust/remote-access-works-only-through-tailscale',
    ],
    override: ['waiver'],
  },
  {
    id: 'lan-media-only-versus-smb',
    between: ['ZT-55', 'ZT-36'],
    conflict:
      'SMB exports answer on a network. If people use them from the LAN, more than media is exposed there; managing the hosts needs a way in as well.',
    ruling:
      'Shares are for guests alone, and management goes over the tailnet. Anything else on the LAN is listed in the inventory with its reason.',
    because:
      'The exposure sentence names its only exception; the storage sentence does not say who the clients are.',
    affects: [
      'zero-trust/lan-exposure-is-media-only',
      'zero-trust/smb-is-reachable-only-by-consumers',
      'zero-trust/no-implicit-trust-of-the-lan',
    ],
    override: ['network.lanExposed', 'network.lanManagement', 'smb.clients'],
  },
  {
    id: 'zero-trust-versus-lan-media',
    between: ['ZT-51', 'ZT-55'],
    conflict:
      'A media port that answers on the LAN is reachable because of where the client stands.',
    ruling: 'To be reachable from the LAN is allowed to media; to get data still takes a login.',
    because: 'Trust is what opens the data, not what carries the packet.',
    affects: ['zero-trust/no-implicit-trust-of-the-lan', 'zero-trust/lan-exposure-is-media-only'],
    override: ['network.lanExposed', 'waiver'],
  },
  {
    id: 'unprivileged-containers-scope',
    between: ['ZT-53', 'ZT-38'],
    conflict:
      'Containers are said to be unprivileged without exception, but Docker runs as root unless told otherwise, and its containers are on VM100.',
    ruling:
      'LXCs are held to it strictly, in configuration and kernel. Docker containers have no privileged mode, few capabilities and no way to the engine; root inside one is accepted only where declared.',
    because:
      'A root user in VM100 is held by the VM; one in an LXC would be root of the hypervisor.',
    affects: [
      'zero-trust/docker-workloads-are-unprivileged',
      'zero-trust/service-lxcs-are-unprivileged-in-the-kernel',
    ],
    override: ['services[].rootful', 'p.privilege.allowed_caps'],
  },
  {
    id: 'read-only-media-versus-ingest',
    between: ['ZT-40', 'ZT-59'],
    conflict: 'A library that grows is written to by something, and the document names no writer.',
    ruling:
      'Who writes media is declared as an account with that right on the share. VM100 and its containers are never the writer.',
    because:
      'The sentence about VM100 is plain; the writer it leaves open is the operator’s to name.',
    affects: [
      'zero-trust/media-is-read-only-in-containers',
      'zero-trust/media-account-is-read-only-at-the-server',
    ],
    override: ['smb.shares', 'waiver'],
  },
]
