/** Attestations of a record, for whoever may read it: with its content in the file where the reader sees all of it. */
import { fileAddress } from '#portal/api/client.ts';
import { useAttestations } from '#portal/api/queries.ts';
import { Attestations } from '#portal/attestations/Attestations.tsx';

export function RecordAttestations({ id }: { readonly id: string }) {
  const query = useAttestations(id);
  return (
    <Attestations
      query={query}
      addressOf={(attestationId, form) => {
        const asked = { path: { id, attestationId } };
        return form === 'pdf'
          ? fileAddress('/people/{id}/attestations/{attestationId}.pdf', asked)
          : fileAddress('/people/{id}/attestations/{attestationId}', asked);
      }}
    />
  );
}
