import { all, control, every, none } from '#harness'
import { wholly } from '../looks.ts'

control(
  'No image that runs has a critical hole whose fix has been out for long',
  {
    statement: 'TG-199',
    impact: 'high',
    strength: 'target',
    kind: 'configuration',
    standards: ['RA-5', 'SI-2', 'CIS-7.7'],
    remedy:
      'Update the image; a hole that cannot be reached here goes into p.scan.accepted with the reason beside it.',
  },
  ({ isRecent, lab, parameter }) => {
    const window = parameter.seconds('p.scan.fix_window')
    const accepted = parameter.words('p.scan.accepted')
    const { items } = lab.vulnerabilityReports
    const look = wholly(lab.vulnerabilityReports, lab.kubePods)
    const running = lab.kubePods.items.flatMap(({ statuses }) =>
      statuses.map(({ imageId }) => imageId),
    )
    const reports = items.filter(({ digest }) =>
      running.some((image) => image.endsWith(`@${digest}`)),
    )
    all(
      () =>
        every(
          {
            ...look,
            items: reports.map(({ critical, criticalCount, image }) => ({
              image,
              criticalCount,
              listed: critical.length,
            })),
          },
          'lists every hole that it counts',
          ({ criticalCount, listed }) => criticalCount === listed,
        ),
      () =>
        none(
          {
            ...look,
            items: reports.flatMap(({ critical, image }) =>
              critical.map((hole) => ({ image, ...hole })),
            ),
          },
          'could have been mended long ago',
          ({ fixedIn, id, publishedAt }) =>
            fixedIn !== undefined &&
            !accepted.includes(id) &&
            (publishedAt === undefined || !isRecent(publishedAt, window)),
        ),
    )
  },
)
