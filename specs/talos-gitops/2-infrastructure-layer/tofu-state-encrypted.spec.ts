import { control, every, the } from '#harness'

control(
  'State and plans are encrypted before they are stored',
  {
    statement: 'TG-24',
    impact: 'medium',
    kind: 'secrets',
    strength: 'target',
    standards: ['SC-28', 'SC-28(1)', 'CIS-3.11'],
    remedy:
      'Add an `encryption` block with `method "aes_gcm"` and `enforced = true` for state and plan, and migrate with one apply.',
  },
  ({ lab, need }) =>
    every(need('tofu').roots, 'encrypts its state, and its plans', (root) => {
      const { stateEncryption, planEncryption } = the(
        lab.tofuCode,
        `code in ${root}`,
        ({ folder }) => folder === root,
      )
      return [stateEncryption, planEncryption].every(
        (encryption) =>
          encryption?.method === 'aes_gcm' && encryption.isEnforced && !encryption.hasFallback,
      )
    }),
)
