import * as v from 'valibot';
import { MAX_ITEMS } from '../catalog';
import {
  catalogSchema,
  categorySchema,
  itemContentSchema,
  itemStateSchema,
  serviceSchema,
} from '../catalog/domain/schema';
import { idSchema } from '../catalog/domain/text-schema';

/** The frame of a configuration document; the SLA part is parsed by its own subject. */
export const configSchema = v.object({
  pledge: v.literal(1),
  catalogs: v.pipe(v.array(catalogSchema), v.maxLength(50)),
  categories: v.pipe(v.array(categorySchema), v.maxLength(300)),
  services: v.pipe(v.array(serviceSchema), v.maxLength(300)),
  items: v.pipe(
    v.array(
      v.object({
        id: idSchema,
        state: itemStateSchema,
        content: itemContentSchema,
        replacedBy: v.optional(idSchema),
      }),
    ),
    v.maxLength(MAX_ITEMS),
  ),
  sla: v.unknown(),
});

export type ParsedConfig = v.InferOutput<typeof configSchema>;
export type ConfigItem = ParsedConfig['items'][number];
