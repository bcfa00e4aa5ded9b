interface Pod {
  readonly name: string
  readonly namespace: string
  readonly owner?: string
}

/**
 * What made a pod, as `namespace/name`; nothing for one without an owner, which is called as somebody likes. Who made
 * a pod named it as well: anybody may write an owner into one of another name.
 */
function workloadOf({ name, namespace, owner = '' }: Pod): string | undefined {
  const [kind, of = ''] = owner.split('/')
  // The mirror of a static pod ends in the name of its node.
  if (kind === 'Node')
    return name.endsWith(`-${of}`) ? `${namespace}/${name.slice(0, -of.length - 1)}` : undefined
  if (of === '' || !`${name}-`.startsWith(`${of}-`)) return undefined
  // The last word of a ReplicaSet tells its revision, and that of what Longhorn makes is a number.
  const tail = kind === 'ReplicaSet' ? /-[^-]+$/ : /(-ei)?-[0-9a-f]{8,}$/
  return `${namespace}/${of.replace(tail, '')}`
}

/** Whether a pod is of one of some workloads. */
export const isOf = (pod: Pod, workloads: readonly string[]): boolean =>
  workloads.includes(workloadOf(pod) ?? '')
