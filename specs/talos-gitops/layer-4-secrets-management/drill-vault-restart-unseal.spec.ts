import { all, control, lastDrill, measured, recoveredWithin, that } from '#harness'

control(
  'After a restart Vault is unsealed in time, and a new pod gets its secret',
  {
    statement: 'TG-196',
    impact: 'high',
    kind: 'recovery',
    standards: ['CP-4', 'CP-10', 'CP-2', 'CIS-11.5'],
    remedy:
      'Repeat the drill `plumb drill vault-restart-unseal` with two people who hold keys; move the unsealing key out of the cluster.',
  },
  (views) => {
    const drill = lastDrill(views, 'vault-restart-unseal')
    const unseal = measured(drill, 'unseal')

    all(
      () => recoveredWithin(drill, views.parameter.seconds('p.drill.vault.rto')),
      () =>
        that(
          unseal.unsealedSeconds !== undefined &&
            unseal.unsealedSeconds >= unseal.manualSeconds &&
            unseal.unsealedSeconds <= drill.recoverySeconds,
          'Vault was unsealed, and the time of people is part of it',
          unseal,
        ),
      () => that(unseal.freshPodHasSecret, 'a pod made afterwards has its secret', unseal),
      () => that(!unseal.dependsOnItself, 'what unseals it stands outside its own cluster', unseal),
    )
  },
)
