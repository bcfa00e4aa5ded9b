import { guard } from '../judge/guard.ts'
import { that } from '../judge/quantifiers.ts'
import { Unverifiable } from '../model/verdict.ts'

/** Facts that the Kubernetes API told. */
const TOLD =
  /^(kube[A-Z]|argocd(Config|Rights|Applications|Reconciliations)$|metallb|cilium|longhorn|loadBalancers$|networkPolicies$|ingress(Classes|Config)$|storageClasses$|serviceAccounts$|roleBindings$|apiServerFlags$|auditCanary$|vulnerabilityReports$)/

/** Another cluster may sign with the same CA, and a proxy may answer with lists that hold nothing. */
export const kubeIsTheCluster = guard({
  name: 'kube-is-the-cluster',
  says: 'the API that answers is that of the declared cluster',
  covers: (fact, subject) => subject === 'lab' && fact !== 'kubeNamespaces' && TOLD.test(fact),
  holds: ({ inventory, lab }) => {
    const { uid } = inventory.kubernetes ?? {}
    if (uid === undefined)
      throw new Unverifiable(
        'the inventory has no "kubernetes": which cluster is meant is not known',
      )
    const found = lab.kubeNamespaces.items.find(({ name }) => name === 'kube-system')
    that(found?.uid === uid, `kube-system has the UID ${uid}`, { uid: found?.uid })
  },
})
