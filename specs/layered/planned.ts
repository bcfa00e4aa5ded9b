/** Controls still to be written, and the statement that each will stand on. */
export const planned = {
  'security-updates-are-current': 'LA-21',
  'kubernetes-if-declared-is-complete': 'LA-35',
  'san-if-declared-is-isolated': 'LA-43',
  'zfs-if-used-is-healthy': 'LA-86',
  'ansible-variables-are-vault-encrypted': 'LA-59',
  'env-files-are-never-in-git': 'LA-61',
  'repositories-hold-no-plain-secrets': 'LA-61',
  'cicd-if-present-gates-deployment': 'LA-72',
  'load-is-balanced-when-scaled-out': 'LA-76',
  'technology-stack-matches-reality': 'LA-84',
  'future-gitops-reconciliation': 'LA-88',
  'future-kubernetes-cluster': 'LA-89',
  'future-ips-drops-canary': 'LA-91',
  'future-central-authentication': 'LA-92',
  'future-cicd-pipeline': 'LA-93',
}
