import { control, every } from '#harness'
import { wholly } from '../looks.ts'

control(
  'Each image that runs was scanned for holes lately',
  {
    statement: 'TG-199',
    impact: 'high',
    kind: 'configuration',
    standards: ['RA-5', 'SR-11', 'CIS-7.6'],
    remedy:
      'See the scan jobs of the Trivy operator: an image that it cannot pull, or a database that it cannot update.',
  },
  ({ isRecent, lab, parameter }) => {
    const longest = parameter.seconds('p.scan.max_age')
    const { items } = lab.kubePods
    const digests = [
      ...new Set(
        items.flatMap(({ statuses }) =>
          // Empty before it is pulled; without a digest of a registry nobody can have scanned it.
          statuses.map(({ imageId }) => imageId).filter((id) => id !== ''),
        ),
      ),
    ]
    const scanOf = (digest: string) =>
      lab.vulnerabilityReports.items
        .filter((report) => digest !== '' && report.digest === digest)
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? 'never'
    every(
      {
        ...wholly(lab.kubePods, lab.vulnerabilityReports),
        items: digests.map((image) => ({
          image,
          scannedAt: scanOf(/@(.+)$/.exec(image)?.[1] ?? ''),
        })),
      },
      'was scanned lately',
      ({ scannedAt }) => scannedAt !== 'never' && isRecent(scannedAt, longest),
    )
  },
)
