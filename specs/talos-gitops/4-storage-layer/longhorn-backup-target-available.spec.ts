import { all, control, that, the } from '#harness'

/** Three times the interval at which Longhorn looks. */
const LONGEST_SECONDS = 900

control(
  'Longhorn has a backup target outside the cluster, and reaches it',
  {
    statement: 'TG-58',
    impact: 'high',
    strength: 'target',
    kind: 'backup',
    standards: ['CP-6', 'CP-9'],
    remedy:
      'Set the backup target under Settings of Longhorn, and give it the credentials; a bucket inside the cluster goes down with it.',
  },
  ({ isRecent, lab, need }) => {
    const {
      isAvailable,
      syncedAt = '',
      url,
    } = the(lab.longhornBackupTargets, 'backup target default', ({ name }) => name === 'default')
    all(
      () => that(url !== '' && isAvailable, 'it is set and can be reached', { url, isAvailable }),
      () =>
        that(syncedAt !== '' && isRecent(syncedAt, LONGEST_SECONDS), 'it was looked at just now', {
          syncedAt,
        }),
      () =>
        that(
          !/\.svc(\.|[:/]|$)|\.cluster\.local/.test(url) &&
            !need('talos').nodes.some(
              ({ address, name }) => url.includes(address) || url.includes(name),
            ) &&
            !lab.kubeServices.items.some(
              ({ clusterIp }) =>
                clusterIp !== undefined && clusterIp !== 'None' && url.includes(`/${clusterIp}`),
            ),
          'it is no part of the cluster',
          { url },
        ),
    )
  },
)
