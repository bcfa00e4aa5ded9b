import type { Ruling } from '#harness'

/** Where the document disagrees with itself about the hypervisor, secrets and encryption, and how it is read here. */
export const rulingsOnThePlatform: readonly Ruling[] = [
  {
    id: 'tls13-versus-component-defaults',
    between: ['TG-50', 'TG-192'],
    conflict:
      'In transit there is to be TLS 1.3, and everything is to use TLS; but the API server, the ingress controller, Vault and ArgoCD accept 1.2 as they are shipped.',
    ruling:
      'That 1.3 is offered is demanded of every endpoint. That older versions are refused is a goal, judged apart.',
    because:
      'A client gets 1.3 as soon as it is offered; the refusal protects only those who cannot speak it.',
    affects: ['talos-gitops/tls13-offered-everywhere', 'talos-gitops/tls-older-versions-refused'],
    override: ['waiver'],
  },
  {
    id: 'aes256-versus-talos-secretbox',
    between: ['TG-49', 'TG-144'],
    conflict:
      'AES-256 is named for Vault, encryption at rest for everything; Talos encrypts the Kubernetes secrets in etcd with another cipher by default.',
    ruling:
      'AES-256 is demanded of Vault alone. In etcd any real encryption counts, and the provider is reported.',
    because: 'The sentence that names the cipher names Vault with it.',
    affects: [
      'talos-gitops/vault-data-encrypted-aes256',
      'talos-gitops/k8s-secrets-encrypted-at-rest',
    ],
    override: ['waiver'],
  },
  {
    id: 'vault-for-all-versus-kubernetes-secrets',
    between: ['TG-142', 'TG-127', 'TG-125'],
    conflict:
      'Every secret is to be in Vault, yet TLS keys, credentials of backup targets and of repositories have to exist as Secret objects.',
    ruling: 'Such objects are listed by name and purpose; whatever is not listed comes from Vault.',
    because:
      'A component that can read nothing but a Secret leaves no other choice, and a list keeps the exceptions few.',
    affects: ['talos-gitops/workload-secrets-come-from-vault'],
    override: ['p.vault.k8s_secret_allow'],
  },
  {
    id: 'adr-001-title',
    between: ['TG-19', 'TG-234'],
    conflict:
      'ADR-001 is said to explain the choice of Proxmox; its title is OpenTofu against Terraform.',
    ruling: 'One record under that number is demanded, whatever of the two it explains.',
    because: 'A wrong link text misleads a reader, but breaks nothing in the lab.',
    affects: ['talos-gitops/referenced-documents-exist'],
  },
  {
    id: 'proxmox-cluster-scale',
    between: ['TG-15', 'TG-18', 'TG-14'],
    conflict:
      'The hypervisor is aware of clusters and made for two to ten nodes, but nothing says how many there are.',
    ruling:
      'The inventory names the hypervisors. With one of them, sentences about clusters do not apply.',
    because: 'A quorum of one proves nothing, and a demand for two would be an invention.',
    affects: ['talos-gitops/pve-cluster-quorate', 'talos-gitops/pve-node-count-in-scale'],
    override: ['hosts', 'absent'],
  },
]
