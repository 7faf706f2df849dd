import type { FieldCatalog } from '../model/field-catalog';
import { type CreateField, loadCreateScreen } from '../directory/use-create-screen';
import { isServiceDesk } from '../directory/space-kind';
import { loadSpaceTypes, type SpaceType, statusesIn } from '../directory/use-space-types';
import { useLoad } from '../../shared/use-load';
import { type Choices, forSpace } from './model/choices';
import type { Place } from './model/item-of-template';
import type { SpaceFacts } from './model/preflight';

const NO_TYPES: readonly SpaceType[] = [];
const NO_FIELDS: readonly CreateField[] = [];

async function loadSpace(projectId: string) {
  const [types, ofService] = await Promise.all([loadSpaceTypes(projectId), isServiceDesk(projectId)]);
  return { types, isServiceDesk: ofService };
}

/**
 * What is chosen, with the work types proposed where nobody has chosen them, and what Jira tells of the space: nothing, until it has
 * answered.
 */
export function useSpace(choices: Choices, catalog: FieldCatalog) {
  const asked = useLoad(`types ${choices.projectId}`, () => loadSpace(choices.projectId));
  const types = asked.loaded.state === 'ready' ? asked.loaded.value.types : NO_TYPES;
  const ofService = asked.loaded.state === 'ready' && asked.loaded.value.isServiceDesk;
  const chosen = choices.requestTypeId === '' ? forSpace(choices, choices.projectId, types) : choices;
  const { projectId, requestTypeId, incidentTypeId, constants } = chosen;
  const screen = useLoad(`screen ${projectId} ${requestTypeId}`, () =>
    loadCreateScreen({ projectId, issueTypeId: requestTypeId }),
  );
  const isKnown = requestTypeId !== '' && screen.loaded.state === 'ready';
  const fields = screen.loaded.state === 'ready' ? screen.loaded.value : NO_FIELDS;
  const placeOf = (issueTypeId: string): Place => ({
    projectId,
    projectKey: catalog.projectKey(projectId),
    issueTypeId,
    statuses: statusesIn(types, issueTypeId),
    isServiceDesk: ofService,
    fields: isKnown ? new Set(fields.map(({ id }) => id)) : null,
    priorities: catalog.valuesOf('priority'),
    constants,
  });
  const facts: SpaceFacts | null = isKnown
    ? { statuses: statusesIn(types, requestTypeId), isServiceDesk: ofService, fields }
    : null;
  const error =
    asked.loaded.state === 'error'
      ? asked.loaded.error
      : screen.loaded.state === 'error'
        ? screen.loaded.error
        : null;
  const isAsking = projectId !== '' && facts === null && error === null;
  return {
    types,
    chosen,
    facts,
    error,
    isAsking,
    request: placeOf(requestTypeId),
    incident: placeOf(incidentTypeId),
  };
}
