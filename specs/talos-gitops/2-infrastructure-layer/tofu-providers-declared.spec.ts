import { all, control, every, the } from '#harness'

control(
  'Providers for Proxmox, Kubernetes and Vault are declared, and locked in one version',
  {
    statement: 'TG-23',
    impact: 'medium',
    kind: 'configuration',
    standards: ['CM-2', 'SR-4'],
    remedy:
      'Write the exact version into `required_providers`, run `tofu init`, and commit `.terraform.lock.hcl`.',
  },
  ({ lab, need }) => {
    const roots = need('tofu').roots.map((root) =>
      the(lab.tofuCode, `code in ${root}`, ({ folder }) => folder === root),
    )

    all(
      () =>
        every(['proxmox', 'kubernetes', 'vault'], 'has a provider', (product) =>
          roots.some(({ providers }) =>
            providers.some(({ source }) => source?.endsWith(`/${product}`)),
          ),
        ),
      () =>
        every(
          roots,
          'is locked to exact versions',
          ({ providers, locked = [] }) =>
            providers.length > 0 &&
            providers.every(({ source, version }) =>
              locked.some(
                (lock) =>
                  source !== undefined &&
                  lock.address.endsWith(`/${source}`) &&
                  lock.hashes > 0 &&
                  version?.replace(/^=\s*/, '') === lock.version,
              ),
            ),
        ),
    )
  },
)
