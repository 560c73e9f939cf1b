import type { JSX } from 'react';
import type { Role } from '#kernel/policy.ts';
import { useText } from '#web/i18n.ts';
import { Checkbox, TickGroup } from '#web/kit/form.tsx';
import { StateMark, type State } from '#web/kit/state-mark.tsx';
import { Tag } from '#web/kit/tag.tsx';
import './people.css';

/** Roles as they are called in the office. */
export function RoleTags({ roles, none }: { roles: readonly Role[]; none?: string }): JSX.Element {
  const { t } = useText();
  if (roles.length === 0) return <span className="quiet">{none}</span>;
  return (
    <span className="role-tags">
      {roles.map((role) => (
        <Tag key={role}>{t(`identity.role.${role}`)}</Tag>
      ))}
    </span>
  );
}

type Props = { legend: string; all: readonly Role[]; powerful: readonly Role[]; chosen: readonly Role[]; error?: string | undefined; onChange: (roles: readonly Role[]) => void };

/** The roles an organisation of this kind has, to tick; those that need a second person say so. */
export function RoleTicks({ legend, all, powerful, chosen, error, onChange }: Props): JSX.Element {
  const { t } = useText();
  return (
    <TickGroup legend={legend} error={error}>
      {all.map((role) => (
        <Checkbox key={role} checked={chosen.includes(role)} onChange={(event) => onChange(event.target.checked ? [...chosen, role] : chosen.filter((one) => one !== role))}>
          {t(`identity.role.${role}`)}
          {powerful.includes(role) && <small className="role-second">{t('identity.people.second')}</small>}
          <small className="role-means">{t(`identity.means.${role}`)}</small>
        </Checkbox>
      ))}
    </TickGroup>
  );
}

const STATES: Readonly<Record<string, State>> = { 'awaiting-confirmation': 'lock', open: 'run', accepted: 'ok', withdrawn: 'draft', refused: 'refused', expired: 'draft' };
export const InvitationState = ({ state }: { state: string }): JSX.Element => <StateMark state={STATES[state] ?? 'info'}>{useText().t(`identity.state.${state}`)}</StateMark>;
