import type { Ruling } from '#harness'

/** Where the document disagrees with itself about layers, ways and secrets, and how it is read here. */
export const rulingsOnAccess: readonly Ruling[] = [
  {
    id: 'tls-everywhere-or-terminated',
    between: ['LA-23', 'LA-63'],
    conflict: 'Everything is to be encrypted, and TLS ends at the proxy.',
    ruling:
      'What stays inside one host may be in the clear; what leaves a host is encrypted, also behind the proxy.',
    because: 'On the wire between hosts somebody can listen; inside a host who can listen owns it.',
    affects: [
      'layered/tls-on-internal-management-and-service-hops',
      'layered/external-flow-terminates-tls-at-proxy',
      'layered/internal-calls-stay-on-container-networks',
    ],
    override: ['waiver'],
  },
  {
    id: 'all-config-in-git-or-env-outside',
    between: ['LA-07', 'LA-61'],
    conflict: 'All configuration is in git, and `.env` files are not.',
    ruling: '`.env` files hold secrets only; which keys they have is in git, in a template.',
    because: 'A value that must not be read may stay out; that it is needed may not.',
    affects: [
      'layered/all-config-is-version-controlled',
      'layered/env-files-are-never-in-git',
      'layered/env-files-are-private-on-disk',
    ],
    override: ['waiver'],
  },
  {
    id: 'alert-path-grafana-or-prometheus',
    between: ['LA-66', 'LA-50'],
    conflict:
      'Grafana stands before Alertmanager in the flow and has alerts of its own, but it is Prometheus that sends to Alertmanager.',
    ruling: 'Rules are in Prometheus; Grafana shows.',
    because: 'Two engines of alerts are two places to forget one.',
    affects: [
      'layered/monitoring-flow-exporter-to-alertmanager',
      'layered/alerts-reach-a-human-channel-in-time',
      'layered/alert-rules-cover-required-conditions',
    ],
    override: ['waiver'],
  },
  {
    id: 'alertmanager-missing-from-components',
    between: ['LA-66', 'LA-84'],
    conflict: 'Alertmanager ends the flow, and no list of components has it.',
    ruling: 'It is a component: the flow cannot be without it.',
    because: 'A list forgets; a flow that ends nowhere is broken.',
    affects: [
      'layered/alerts-reach-a-human-channel-in-time',
      'layered/technology-stack-matches-reality',
    ],
    override: ['waiver'],
  },
  {
    id: 'proxmox-layer-placement',
    between: ['LA-03', 'LA-28'],
    conflict:
      'Proxmox is drawn in the orchestration layer and told of as the compute layer’s hypervisor.',
    ruling: 'For what depends on what it is compute; for who owns guests it orchestrates.',
    because: 'It does both, and each control needs one of them.',
    affects: [
      'layered/layers-depend-downwards-only',
      'layered/orchestrator-owns-every-container',
      'layered/compute-layer-matches-inventory',
    ],
    override: ['waiver'],
  },
  {
    id: 'layer-order-storage-below-network',
    between: ['LA-01', 'LA-42'],
    conflict: 'Storage is the bottom layer, and the NAS is reached over the network above it.',
    ruling: 'Disks of a machine are the bottom; the NAS needs the network, and may.',
    because: 'The order is about what must be up first, and that can be seen.',
    affects: ['layered/layers-depend-downwards-only', 'layered/storage-layer-tiers-present'],
    override: ['waiver'],
  },
  {
    id: 'waf-without-component',
    between: ['LA-58', 'LA-64'],
    conflict:
      'A web application firewall is promised, and the flow of a request has no place for one.',
    ruling: 'It is a part of the proxy, and is judged by what it refuses.',
    because: 'The flow passes the proxy in any case.',
    affects: [
      'layered/waf-blocks-attack-patterns',
      'layered/external-flow-order-router-proxy-auth-service',
    ],
    override: ['waiver'],
  },
  {
    id: 'docker-secrets-with-compose',
    between: ['LA-60', 'LA-69'],
    conflict: 'Docker secrets are a feature of Swarm; services are deployed with Compose.',
    ruling:
      'Secrets that Compose mounts as files will do where the files are private. That they rest encrypted is not claimed.',
    because: 'What counts is that no variable and no command line shows them.',
    affects: ['layered/container-secrets-are-not-in-environment'],
    override: ['waiver'],
  },
]
