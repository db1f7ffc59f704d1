import { IconMapPin, IconStar, IconStarFilled, IconTrash, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toastDone } from '../../data/history'
import { goTo } from '../../data/place'
import { run } from '../../data/run'
import { store } from '../../data/store'
import { Button } from '../../ui/button'
import { ConfirmDialog } from '../../ui/confirm-dialog'
import { DraftField } from '../../ui/draft-field'
import type { PersonRow } from './people-rows'
import { PersonContact } from './person-contact'
import { PersonOpinion } from './person-opinion'
import { PersonRelation } from './person-relation'
import { PersonRole } from './person-role'
import { setPerson } from './save-person'

/** Everything about one person, edited in place. */
export function PersonInspector({ row, onClose }: { readonly row: PersonRow; onClose(): void }) {
  const { t } = useTranslation()
  const { person, seat } = row
  const { id, accountId } = person
  const [isDeleting, setDeleting] = useState(false)
  const isTopFive = person.isTopFive === 1
  async function toggleTopFive(): Promise<void> {
    const answer = await run(store.person.setTopFive({ id, isTopFive: isTopFive ? 0 : 1 }))
    if (answer === undefined) return
    toastDone(t(isTopFive ? 'accounts.person.unmarked' : 'accounts.person.marked', person))
  }
  async function deletePerson(): Promise<void> {
    const answer = await run(store.drawing.removePerson({ personId: id }))
    if (answer === undefined) return
    onClose()
    toastDone(t('accounts.person.deleted', { name: person.name }))
  }
  return (
    <aside
      className="inspector"
      aria-label={person.name}
      data-testid="person-inspector"
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      <header>
        <DraftField
          label={t('accounts.person.name')}
          isLabelHidden
          look="title"
          testId="person-name"
          maxLength={400}
          draftKey={`person.${id}.name`}
          saved={person.name}
          check={(text) => (text.trim() === '' ? t('accounts.person.nameNeeded') : null)}
          save={(text) => setPerson(id, { name: text.trim() }, t('accounts.person.name'))}
        />
        <Button
          look="quiet"
          icon={
            isTopFive ? <IconStarFilled size={17} className="top-star" /> : <IconStar size={17} />
          }
          title={t(isTopFive ? 'accounts.person.unmark' : 'accounts.person.mark')}
          aria-pressed={isTopFive}
          data-testid="person-top-five"
          onClick={() => void toggleTopFive()}
        />
        {seat && (
          <Button
            look="quiet"
            icon={<IconMapPin size={17} />}
            title={t('accounts.person.showOnMap')}
            onClick={() => goTo(`accounts/${accountId}/map?seat=${seat.id}`)}
          />
        )}
        <Button
          look="quiet"
          icon={<IconX size={17} />}
          title={t('ui.close')}
          shortcut="Esc"
          onClick={onClose}
        />
      </header>
      <div className="inspector-body">
        <PersonOpinion person={person} />
        <PersonRole person={person} seat={seat} />
        <PersonContact person={person} />
        <PersonRelation person={person} />
        <section>
          <DraftField
            label={t('accounts.person.needs')}
            isLong
            draftKey={`person.${id}.needs`}
            saved={person.needs}
            placeholder={t('accounts.person.needsHint')}
            save={(text) => setPerson(id, { needs: text }, t('accounts.person.needs'))}
          />
          <DraftField
            label={t('accounts.person.about')}
            isLong
            draftKey={`person.${id}.about`}
            saved={person.about}
            save={(text) => setPerson(id, { about: text }, t('accounts.person.about'))}
          />
        </section>
        <section>
          <Button
            look="danger"
            icon={<IconTrash size={16} />}
            data-testid="delete-person"
            onClick={() => setDeleting(true)}
          >
            {t('accounts.person.delete')}
          </Button>
        </section>
      </div>
      {isDeleting && (
        <ConfirmDialog
          title={t('accounts.person.deleteTitle', { name: person.name })}
          text={t('accounts.person.deleteText')}
          verb={t('accounts.person.delete')}
          onConfirm={() => void deletePerson()}
          onClose={() => setDeleting(false)}
        />
      )}
    </aside>
  )
}
