import { go, type Key } from '../state/address.ts';

interface ChoiceProps {
  readonly label: string;
  readonly of: Key;
  readonly value: string;
  readonly options: readonly (readonly [value: string, told: string])[];
}

/** A choice that stands in the address. */
export function Choice({ label, of, value, options }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={(event) => go({ [of]: event.currentTarget.value, item: undefined })}>
        {options.map(([option, told]) => (
          <option key={option} value={option}>
            {told}
          </option>
        ))}
      </select>
    </label>
  );
}
