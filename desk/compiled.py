"""The SQL of what the first page asks, as peewee wrote it; made by `python -m tests.statements`."""

from __future__ import annotations

from typing import Any

# A question's name and shape: its SQL, and its parameters, (n,) for the value given as the nth.
WRITTEN: dict[str, tuple[str, tuple[Any, ...]]] = {
    'practice._stored': (
        'SELECT "t1"."value" FROM "setting" AS "t1" WHERE ("t1"."key" = ?)',
        ((0,),),
    ),
    'people._everybody True': (
        'SELECT "t1"."id", "t1"."name", "t1"."title", "t1"."unit", "t1"."roles", "t1"."active", "t1"."version" FROM "person" AS "t1" WHERE ("t1"."active" = ?) ORDER BY "t1"."name_key"',
        (1,),
    ),
    'people._everybody False': (
        'SELECT "t1"."id", "t1"."name", "t1"."title", "t1"."unit", "t1"."roles", "t1"."active", "t1"."version" FROM "person" AS "t1" ORDER BY "t1"."name_key"',
        (),
    ),
    'mandates._held': (
        'SELECT "t1"."id", "t1"."name", "t1"."roles" FROM "delegation" AS "t2" INNER JOIN "person" AS "t1" ON ("t2"."chief_id" = "t1"."id") WHERE ((((("t2"."delegate_id" = ?) AND ("t2"."since" <= ?)) AND ("t2"."until" > ?)) AND ("t2"."ended_at" IS NULL)) AND ("t1"."active" = ?)) ORDER BY "t2"."id"',
        ((0,), (1,), (1,), 1),
    ),
    'gate._person': (
        'SELECT "t1"."name", "t1"."roles", "t1"."active" FROM "person" AS "t1" WHERE ("t1"."id" = ?)',
        ((0,),),
    ),
    'notices._inbox': (
        'SELECT "t1"."id", "t1"."at", "t1"."kind", "t1"."article_id", "t1"."by", "t1"."title", "t1"."words", "t1"."read_at", "t1"."meeting_id", "t1"."origin" FROM "notice" AS "t1" WHERE ("t1"."person_id" = ?) ORDER BY "t1"."id" DESC LIMIT ?',
        ((0,), (1,)),
    ),
    'notices._unread': (
        'SELECT count("t1"."id") FROM "notice" AS "t1" WHERE (("t1"."person_id" = ?) AND ("t1"."read_at" IS NULL))',
        ((0,),),
    ),
    'drafts._waiting': (
        'SELECT "t1"."uid", "t1"."article_id", "t1"."base", "t1"."section_id", "t1"."title", "t1"."typed_at", "t1"."text" FROM "draft" AS "t1" WHERE ("t1"."person_id" = ?) ORDER BY "t1"."typed_at" DESC',
        ((0,),),
    ),
    'shelf._kept': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE ("t1"."stage" != ?)',
        ('binned',),
    ),
    'queue._coming': (
        'SELECT "t1"."id", "t1"."number", "t1"."year", "t1"."month", "t1"."closing" FROM "issue" AS "t1" WHERE (("t1"."closing" >= ?) AND ("t1"."state" != ?)) ORDER BY "t1"."closing", "t1"."id" LIMIT ?',
        ((0,), 'released', 1),
    ),
    'queue._count WAITING False False False False 0 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE ("t1"."id" = ?)',
        (0,),
    ),
    'queue._count TO_APPROVE False False False False 0 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE ("t1"."id" = ?)',
        (0,),
    ),
    'queue._first_rows TO_APPROVE False False False False 0 None': (
        'SELECT "t1"."id", "t1"."title", "t1"."byline", "t1"."author_id", "t2"."name", "t1"."section_id", "t3"."title", "t1"."event_date", "t1"."stage", "t1"."version", "t1"."revision", "t1"."words", "t1"."changed_at", "t1"."stage_since", "t1"."touched", "t4"."number", "t4"."year", "t1"."note", "t1"."title_key", "t1"."genre", "deputy"."name", COALESCE((SELECT group_concat("t5"."person_id") FROM "authorship" AS "t5" WHERE ("t5"."article_id" = "t1"."id")), ?) FROM "article" AS "t1" INNER JOIN "person" AS "t2" ON ("t1"."author_id" = "t2"."id") LEFT OUTER JOIN "section" AS "t3" ON ("t1"."section_id" = "t3"."id") LEFT OUTER JOIN "placement" AS "t6" ON ("t6"."article_id" = "t1"."id") LEFT OUTER JOIN "issue" AS "t4" ON ("t6"."issue_id" = "t4"."id") LEFT OUTER JOIN "person" AS "deputy" ON (("t1"."recommended_by_id" = "deputy"."id") AND ("t1"."recommended_revision" = "t1"."revision")) WHERE ("t1"."id" = ?) ORDER BY "t1"."stage_since", "t1"."id" LIMIT ?',
        ('', 0, (1,)),
    ),
    'queue._count WAITING False False False False 1 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE ((("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?)))) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?))))',
        ('for_approval', (1,), (0,)),
    ),
    'queue._count TO_APPROVE False False False False 1 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE ((("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?)))) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?))))',
        ('for_approval', (1,), (0,)),
    ),
    'queue._first_rows TO_APPROVE False False False False 1 None': (
        'SELECT "t1"."id", "t1"."title", "t1"."byline", "t1"."author_id", "t2"."name", "t1"."section_id", "t3"."title", "t1"."event_date", "t1"."stage", "t1"."version", "t1"."revision", "t1"."words", "t1"."changed_at", "t1"."stage_since", "t1"."touched", "t4"."number", "t4"."year", "t1"."note", "t1"."title_key", "t1"."genre", "deputy"."name", COALESCE((SELECT group_concat("t5"."person_id") FROM "authorship" AS "t5" WHERE ("t5"."article_id" = "t1"."id")), ?) FROM "article" AS "t1" INNER JOIN "person" AS "t2" ON ("t1"."author_id" = "t2"."id") LEFT OUTER JOIN "section" AS "t3" ON ("t1"."section_id" = "t3"."id") LEFT OUTER JOIN "placement" AS "t6" ON ("t6"."article_id" = "t1"."id") LEFT OUTER JOIN "issue" AS "t4" ON ("t6"."issue_id" = "t4"."id") LEFT OUTER JOIN "person" AS "deputy" ON (("t1"."recommended_by_id" = "deputy"."id") AND ("t1"."recommended_revision" = "t1"."revision")) WHERE ((("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t5"."article_id" FROM "authorship" AS "t5" WHERE ("t5"."person_id" = ?)))) AND ("t1"."id" NOT IN (SELECT "t5"."article_id" FROM "authorship" AS "t5" WHERE ("t5"."person_id" = ?)))) ORDER BY "t1"."stage_since", "t1"."id" LIMIT ?',
        ('', 'for_approval', (1,), (0,), (2,)),
    ),
    'queue._count WAITING False False True False 0 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE ((("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?)))) AND (("t1"."recommended_revision" IS NULL) OR NOT ("t1"."recommended_revision" = "t1"."revision")))',
        ('for_approval', (0,)),
    ),
    'queue._count TO_APPROVE False False True False 0 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE ((("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?)))) AND (("t1"."recommended_revision" IS NULL) OR NOT ("t1"."recommended_revision" = "t1"."revision")))',
        ('for_approval', (0,)),
    ),
    'queue._first_rows TO_APPROVE False False True False 0 None': (
        'SELECT "t1"."id", "t1"."title", "t1"."byline", "t1"."author_id", "t2"."name", "t1"."section_id", "t3"."title", "t1"."event_date", "t1"."stage", "t1"."version", "t1"."revision", "t1"."words", "t1"."changed_at", "t1"."stage_since", "t1"."touched", "t4"."number", "t4"."year", "t1"."note", "t1"."title_key", "t1"."genre", "deputy"."name", COALESCE((SELECT group_concat("t5"."person_id") FROM "authorship" AS "t5" WHERE ("t5"."article_id" = "t1"."id")), ?) FROM "article" AS "t1" INNER JOIN "person" AS "t2" ON ("t1"."author_id" = "t2"."id") LEFT OUTER JOIN "section" AS "t3" ON ("t1"."section_id" = "t3"."id") LEFT OUTER JOIN "placement" AS "t6" ON ("t6"."article_id" = "t1"."id") LEFT OUTER JOIN "issue" AS "t4" ON ("t6"."issue_id" = "t4"."id") LEFT OUTER JOIN "person" AS "deputy" ON (("t1"."recommended_by_id" = "deputy"."id") AND ("t1"."recommended_revision" = "t1"."revision")) WHERE ((("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t5"."article_id" FROM "authorship" AS "t5" WHERE ("t5"."person_id" = ?)))) AND (("t1"."recommended_revision" IS NULL) OR NOT ("t1"."recommended_revision" = "t1"."revision"))) ORDER BY "t1"."stage_since", "t1"."id" LIMIT ?',
        ('', 'for_approval', (0,), (1,)),
    ),
    'queue._count WAITING False False True False 1 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE ((("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?)))) AND (("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?))) OR (("t1"."recommended_revision" IS NULL) OR NOT ("t1"."recommended_revision" = "t1"."revision"))))',
        ('for_approval', (1,), (0,)),
    ),
    'queue._count TO_APPROVE False False True False 1 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE ((("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?)))) AND (("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?))) OR (("t1"."recommended_revision" IS NULL) OR NOT ("t1"."recommended_revision" = "t1"."revision"))))',
        ('for_approval', (1,), (0,)),
    ),
    'queue._first_rows TO_APPROVE False False True False 1 None': (
        'SELECT "t1"."id", "t1"."title", "t1"."byline", "t1"."author_id", "t2"."name", "t1"."section_id", "t3"."title", "t1"."event_date", "t1"."stage", "t1"."version", "t1"."revision", "t1"."words", "t1"."changed_at", "t1"."stage_since", "t1"."touched", "t4"."number", "t4"."year", "t1"."note", "t1"."title_key", "t1"."genre", "deputy"."name", COALESCE((SELECT group_concat("t5"."person_id") FROM "authorship" AS "t5" WHERE ("t5"."article_id" = "t1"."id")), ?) FROM "article" AS "t1" INNER JOIN "person" AS "t2" ON ("t1"."author_id" = "t2"."id") LEFT OUTER JOIN "section" AS "t3" ON ("t1"."section_id" = "t3"."id") LEFT OUTER JOIN "placement" AS "t6" ON ("t6"."article_id" = "t1"."id") LEFT OUTER JOIN "issue" AS "t4" ON ("t6"."issue_id" = "t4"."id") LEFT OUTER JOIN "person" AS "deputy" ON (("t1"."recommended_by_id" = "deputy"."id") AND ("t1"."recommended_revision" = "t1"."revision")) WHERE ((("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t5"."article_id" FROM "authorship" AS "t5" WHERE ("t5"."person_id" = ?)))) AND (("t1"."id" NOT IN (SELECT "t5"."article_id" FROM "authorship" AS "t5" WHERE ("t5"."person_id" = ?))) OR (("t1"."recommended_revision" IS NULL) OR NOT ("t1"."recommended_revision" = "t1"."revision")))) ORDER BY "t1"."stage_since", "t1"."id" LIMIT ?',
        ('', 'for_approval', (1,), (0,), (2,)),
    ),
    'queue._count WAITING False True False False 0 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE (("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?))))',
        ('for_approval', (0,)),
    ),
    'queue._count TO_APPROVE False True False False 0 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE (("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?))))',
        ('for_approval', (0,)),
    ),
    'queue._first_rows TO_APPROVE False True False False 0 None': (
        'SELECT "t1"."id", "t1"."title", "t1"."byline", "t1"."author_id", "t2"."name", "t1"."section_id", "t3"."title", "t1"."event_date", "t1"."stage", "t1"."version", "t1"."revision", "t1"."words", "t1"."changed_at", "t1"."stage_since", "t1"."touched", "t4"."number", "t4"."year", "t1"."note", "t1"."title_key", "t1"."genre", "deputy"."name", COALESCE((SELECT group_concat("t5"."person_id") FROM "authorship" AS "t5" WHERE ("t5"."article_id" = "t1"."id")), ?) FROM "article" AS "t1" INNER JOIN "person" AS "t2" ON ("t1"."author_id" = "t2"."id") LEFT OUTER JOIN "section" AS "t3" ON ("t1"."section_id" = "t3"."id") LEFT OUTER JOIN "placement" AS "t6" ON ("t6"."article_id" = "t1"."id") LEFT OUTER JOIN "issue" AS "t4" ON ("t6"."issue_id" = "t4"."id") LEFT OUTER JOIN "person" AS "deputy" ON (("t1"."recommended_by_id" = "deputy"."id") AND ("t1"."recommended_revision" = "t1"."revision")) WHERE (("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t5"."article_id" FROM "authorship" AS "t5" WHERE ("t5"."person_id" = ?)))) ORDER BY "t1"."stage_since", "t1"."id" LIMIT ?',
        ('', 'for_approval', (0,), (1,)),
    ),
    'queue._count WAITING True False False False 0 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE (("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?))))',
        ('submitted', (0,)),
    ),
    'queue._count WAITING True False False False 1 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE ((("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?)))) OR ((("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?)))) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?)))))',
        ('submitted', (1,), 'for_approval', (1,), (0,)),
    ),
    'queue._count WAITING True False True False 0 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE ((("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?)))) OR ((("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?)))) AND (("t1"."recommended_revision" IS NULL) OR NOT ("t1"."recommended_revision" = "t1"."revision"))))',
        ('submitted', (0,), 'for_approval', (0,)),
    ),
    'queue._count WAITING True False True False 1 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE ((("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?)))) OR ((("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?)))) AND (("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?))) OR (("t1"."recommended_revision" IS NULL) OR NOT ("t1"."recommended_revision" = "t1"."revision")))))',
        ('submitted', (1,), 'for_approval', (1,), (0,)),
    ),
    'queue._count WAITING True True False False 0 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE ((("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?)))) OR (("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?)))))',
        ('submitted', (0,), 'for_approval', (0,)),
    ),
    'queue._count TO_EDIT False False False False 0 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE ("t1"."id" = ?)',
        (0,),
    ),
    'queue._first_rows TO_EDIT False False False False 0 None': (
        'SELECT "t1"."id", "t1"."title", "t1"."byline", "t1"."author_id", "t2"."name", "t1"."section_id", "t3"."title", "t1"."event_date", "t1"."stage", "t1"."version", "t1"."revision", "t1"."words", "t1"."changed_at", "t1"."stage_since", "t1"."touched", "t4"."number", "t4"."year", "t1"."note", "t1"."title_key", "t1"."genre", "deputy"."name", COALESCE((SELECT group_concat("t5"."person_id") FROM "authorship" AS "t5" WHERE ("t5"."article_id" = "t1"."id")), ?) FROM "article" AS "t1" INNER JOIN "person" AS "t2" ON ("t1"."author_id" = "t2"."id") LEFT OUTER JOIN "section" AS "t3" ON ("t1"."section_id" = "t3"."id") LEFT OUTER JOIN "placement" AS "t6" ON ("t6"."article_id" = "t1"."id") LEFT OUTER JOIN "issue" AS "t4" ON ("t6"."issue_id" = "t4"."id") LEFT OUTER JOIN "person" AS "deputy" ON (("t1"."recommended_by_id" = "deputy"."id") AND ("t1"."recommended_revision" = "t1"."revision")) WHERE ("t1"."id" = ?) ORDER BY "t1"."stage_since", "t1"."id" LIMIT ?',
        ('', 0, (1,)),
    ),
    'queue._count OVERDUE False False False False 0': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE ((("t1"."stage" IN (?, ?)) AND ("t1"."stage_since" < ?)) AND ("t1"."author_id" = ?))',
        ('submitted', 'for_approval', (1,), (0,)),
    ),
    'queue._first_rows OVERDUE False False False False 0': (
        'SELECT "t1"."id", "t1"."title", "t1"."byline", "t1"."author_id", "t2"."name", "t1"."section_id", "t3"."title", "t1"."event_date", "t1"."stage", "t1"."version", "t1"."revision", "t1"."words", "t1"."changed_at", "t1"."stage_since", "t1"."touched", "t4"."number", "t4"."year", "t1"."note", "t1"."title_key", "t1"."genre", "deputy"."name", COALESCE((SELECT group_concat("t5"."person_id") FROM "authorship" AS "t5" WHERE ("t5"."article_id" = "t1"."id")), ?) FROM "article" AS "t1" INNER JOIN "person" AS "t2" ON ("t1"."author_id" = "t2"."id") LEFT OUTER JOIN "section" AS "t3" ON ("t1"."section_id" = "t3"."id") LEFT OUTER JOIN "placement" AS "t6" ON ("t6"."article_id" = "t1"."id") LEFT OUTER JOIN "issue" AS "t4" ON ("t6"."issue_id" = "t4"."id") LEFT OUTER JOIN "person" AS "deputy" ON (("t1"."recommended_by_id" = "deputy"."id") AND ("t1"."recommended_revision" = "t1"."revision")) WHERE ((("t1"."stage" IN (?, ?)) AND ("t1"."stage_since" < ?)) AND ("t1"."author_id" = ?)) ORDER BY "t1"."stage_since", "t1"."id" LIMIT ?',
        ('', 'submitted', 'for_approval', (1,), (0,), (2,)),
    ),
    'queue._count DUE False False False False 0': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE (((("t1"."stage" IN (?, ?, ?, ?)) AND ("t1"."month" <= ?)) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "placement" AS "t2"))) AND ("t1"."author_id" = ?))',
        ('draft', 'returned', 'submitted', 'for_approval', (1,), (0,)),
    ),
    'queue._first_rows DUE False False False False 0': (
        'SELECT "t1"."id", "t1"."title", "t1"."byline", "t1"."author_id", "t2"."name", "t1"."section_id", "t3"."title", "t1"."event_date", "t1"."stage", "t1"."version", "t1"."revision", "t1"."words", "t1"."changed_at", "t1"."stage_since", "t1"."touched", "t4"."number", "t4"."year", "t1"."note", "t1"."title_key", "t1"."genre", "deputy"."name", COALESCE((SELECT group_concat("t5"."person_id") FROM "authorship" AS "t5" WHERE ("t5"."article_id" = "t1"."id")), ?) FROM "article" AS "t1" INNER JOIN "person" AS "t2" ON ("t1"."author_id" = "t2"."id") LEFT OUTER JOIN "section" AS "t3" ON ("t1"."section_id" = "t3"."id") LEFT OUTER JOIN "placement" AS "t6" ON ("t6"."article_id" = "t1"."id") LEFT OUTER JOIN "issue" AS "t4" ON ("t6"."issue_id" = "t4"."id") LEFT OUTER JOIN "person" AS "deputy" ON (("t1"."recommended_by_id" = "deputy"."id") AND ("t1"."recommended_revision" = "t1"."revision")) WHERE (((("t1"."stage" IN (?, ?, ?, ?)) AND ("t1"."month" <= ?)) AND ("t1"."id" NOT IN (SELECT "t6"."article_id" FROM "placement" AS "t6"))) AND ("t1"."author_id" = ?)) ORDER BY "t1"."stage_since", "t1"."id" LIMIT ?',
        ('', 'draft', 'returned', 'submitted', 'for_approval', (1,), (0,), (2,)),
    ),
    'queue._count DUE False False False False 0 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE ("t1"."id" = ?)',
        (0,),
    ),
    'queue._first_rows DUE False False False False 0 None': (
        'SELECT "t1"."id", "t1"."title", "t1"."byline", "t1"."author_id", "t2"."name", "t1"."section_id", "t3"."title", "t1"."event_date", "t1"."stage", "t1"."version", "t1"."revision", "t1"."words", "t1"."changed_at", "t1"."stage_since", "t1"."touched", "t4"."number", "t4"."year", "t1"."note", "t1"."title_key", "t1"."genre", "deputy"."name", COALESCE((SELECT group_concat("t5"."person_id") FROM "authorship" AS "t5" WHERE ("t5"."article_id" = "t1"."id")), ?) FROM "article" AS "t1" INNER JOIN "person" AS "t2" ON ("t1"."author_id" = "t2"."id") LEFT OUTER JOIN "section" AS "t3" ON ("t1"."section_id" = "t3"."id") LEFT OUTER JOIN "placement" AS "t6" ON ("t6"."article_id" = "t1"."id") LEFT OUTER JOIN "issue" AS "t4" ON ("t6"."issue_id" = "t4"."id") LEFT OUTER JOIN "person" AS "deputy" ON (("t1"."recommended_by_id" = "deputy"."id") AND ("t1"."recommended_revision" = "t1"."revision")) WHERE ("t1"."id" = ?) ORDER BY "t1"."stage_since", "t1"."id" LIMIT ?',
        ('', 0, (1,)),
    ),
    'queue._count TO_EDIT True False False False 0 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE (("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "authorship" AS "t2" WHERE ("t2"."person_id" = ?))))',
        ('submitted', (0,)),
    ),
    'queue._first_rows TO_EDIT True False False False 0 None': (
        'SELECT "t1"."id", "t1"."title", "t1"."byline", "t1"."author_id", "t2"."name", "t1"."section_id", "t3"."title", "t1"."event_date", "t1"."stage", "t1"."version", "t1"."revision", "t1"."words", "t1"."changed_at", "t1"."stage_since", "t1"."touched", "t4"."number", "t4"."year", "t1"."note", "t1"."title_key", "t1"."genre", "deputy"."name", COALESCE((SELECT group_concat("t5"."person_id") FROM "authorship" AS "t5" WHERE ("t5"."article_id" = "t1"."id")), ?) FROM "article" AS "t1" INNER JOIN "person" AS "t2" ON ("t1"."author_id" = "t2"."id") LEFT OUTER JOIN "section" AS "t3" ON ("t1"."section_id" = "t3"."id") LEFT OUTER JOIN "placement" AS "t6" ON ("t6"."article_id" = "t1"."id") LEFT OUTER JOIN "issue" AS "t4" ON ("t6"."issue_id" = "t4"."id") LEFT OUTER JOIN "person" AS "deputy" ON (("t1"."recommended_by_id" = "deputy"."id") AND ("t1"."recommended_revision" = "t1"."revision")) WHERE (("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t5"."article_id" FROM "authorship" AS "t5" WHERE ("t5"."person_id" = ?)))) ORDER BY "t1"."stage_since", "t1"."id" LIMIT ?',
        ('', 'submitted', (0,), (1,)),
    ),
    'queue._count OVERDUE False False False True 0': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE ((("t1"."stage" IN (?, ?)) AND ("t1"."stage_since" < ?)) AND ("t1"."id" > ?))',
        ('submitted', 'for_approval', (1,), 0),
    ),
    'queue._first_rows OVERDUE False False False True 0': (
        'SELECT "t1"."id", "t1"."title", "t1"."byline", "t1"."author_id", "t2"."name", "t1"."section_id", "t3"."title", "t1"."event_date", "t1"."stage", "t1"."version", "t1"."revision", "t1"."words", "t1"."changed_at", "t1"."stage_since", "t1"."touched", "t4"."number", "t4"."year", "t1"."note", "t1"."title_key", "t1"."genre", "deputy"."name", COALESCE((SELECT group_concat("t5"."person_id") FROM "authorship" AS "t5" WHERE ("t5"."article_id" = "t1"."id")), ?) FROM "article" AS "t1" INNER JOIN "person" AS "t2" ON ("t1"."author_id" = "t2"."id") LEFT OUTER JOIN "section" AS "t3" ON ("t1"."section_id" = "t3"."id") LEFT OUTER JOIN "placement" AS "t6" ON ("t6"."article_id" = "t1"."id") LEFT OUTER JOIN "issue" AS "t4" ON ("t6"."issue_id" = "t4"."id") LEFT OUTER JOIN "person" AS "deputy" ON (("t1"."recommended_by_id" = "deputy"."id") AND ("t1"."recommended_revision" = "t1"."revision")) WHERE ((("t1"."stage" IN (?, ?)) AND ("t1"."stage_since" < ?)) AND ("t1"."id" > ?)) ORDER BY "t1"."stage_since", "t1"."id" LIMIT ?',
        ('', 'submitted', 'for_approval', (1,), 0, (2,)),
    ),
    'queue._count DUE False False False True 0': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE (((("t1"."stage" IN (?, ?, ?, ?)) AND ("t1"."month" <= ?)) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "placement" AS "t2"))) AND ("t1"."id" > ?))',
        ('draft', 'returned', 'submitted', 'for_approval', (1,), 0),
    ),
    'queue._first_rows DUE False False False True 0': (
        'SELECT "t1"."id", "t1"."title", "t1"."byline", "t1"."author_id", "t2"."name", "t1"."section_id", "t3"."title", "t1"."event_date", "t1"."stage", "t1"."version", "t1"."revision", "t1"."words", "t1"."changed_at", "t1"."stage_since", "t1"."touched", "t4"."number", "t4"."year", "t1"."note", "t1"."title_key", "t1"."genre", "deputy"."name", COALESCE((SELECT group_concat("t5"."person_id") FROM "authorship" AS "t5" WHERE ("t5"."article_id" = "t1"."id")), ?) FROM "article" AS "t1" INNER JOIN "person" AS "t2" ON ("t1"."author_id" = "t2"."id") LEFT OUTER JOIN "section" AS "t3" ON ("t1"."section_id" = "t3"."id") LEFT OUTER JOIN "placement" AS "t6" ON ("t6"."article_id" = "t1"."id") LEFT OUTER JOIN "issue" AS "t4" ON ("t6"."issue_id" = "t4"."id") LEFT OUTER JOIN "person" AS "deputy" ON (("t1"."recommended_by_id" = "deputy"."id") AND ("t1"."recommended_revision" = "t1"."revision")) WHERE (((("t1"."stage" IN (?, ?, ?, ?)) AND ("t1"."month" <= ?)) AND ("t1"."id" NOT IN (SELECT "t6"."article_id" FROM "placement" AS "t6"))) AND ("t1"."id" > ?)) ORDER BY "t1"."stage_since", "t1"."id" LIMIT ?',
        ('', 'draft', 'returned', 'submitted', 'for_approval', (1,), 0, (2,)),
    ),
    'queue._count DUE False False False True 0 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE ("t1"."id" = ?)',
        (0,),
    ),
    'queue._first_rows DUE False False False True 0 None': (
        'SELECT "t1"."id", "t1"."title", "t1"."byline", "t1"."author_id", "t2"."name", "t1"."section_id", "t3"."title", "t1"."event_date", "t1"."stage", "t1"."version", "t1"."revision", "t1"."words", "t1"."changed_at", "t1"."stage_since", "t1"."touched", "t4"."number", "t4"."year", "t1"."note", "t1"."title_key", "t1"."genre", "deputy"."name", COALESCE((SELECT group_concat("t5"."person_id") FROM "authorship" AS "t5" WHERE ("t5"."article_id" = "t1"."id")), ?) FROM "article" AS "t1" INNER JOIN "person" AS "t2" ON ("t1"."author_id" = "t2"."id") LEFT OUTER JOIN "section" AS "t3" ON ("t1"."section_id" = "t3"."id") LEFT OUTER JOIN "placement" AS "t6" ON ("t6"."article_id" = "t1"."id") LEFT OUTER JOIN "issue" AS "t4" ON ("t6"."issue_id" = "t4"."id") LEFT OUTER JOIN "person" AS "deputy" ON (("t1"."recommended_by_id" = "deputy"."id") AND ("t1"."recommended_revision" = "t1"."revision")) WHERE ("t1"."id" = ?) ORDER BY "t1"."stage_since", "t1"."id" LIMIT ?',
        ('', 0, (1,)),
    ),
    'queue._count RETURNED False False False False 0 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE (("t1"."stage" = ?) AND ("t1"."author_id" = ?))',
        ('returned', (0,)),
    ),
    'queue._first_rows RETURNED False False False False 0 None': (
        'SELECT "t1"."id", "t1"."title", "t1"."byline", "t1"."author_id", "t2"."name", "t1"."section_id", "t3"."title", "t1"."event_date", "t1"."stage", "t1"."version", "t1"."revision", "t1"."words", "t1"."changed_at", "t1"."stage_since", "t1"."touched", "t4"."number", "t4"."year", "t1"."note", "t1"."title_key", "t1"."genre", "deputy"."name", COALESCE((SELECT group_concat("t5"."person_id") FROM "authorship" AS "t5" WHERE ("t5"."article_id" = "t1"."id")), ?) FROM "article" AS "t1" INNER JOIN "person" AS "t2" ON ("t1"."author_id" = "t2"."id") LEFT OUTER JOIN "section" AS "t3" ON ("t1"."section_id" = "t3"."id") LEFT OUTER JOIN "placement" AS "t6" ON ("t6"."article_id" = "t1"."id") LEFT OUTER JOIN "issue" AS "t4" ON ("t6"."issue_id" = "t4"."id") LEFT OUTER JOIN "person" AS "deputy" ON (("t1"."recommended_by_id" = "deputy"."id") AND ("t1"."recommended_revision" = "t1"."revision")) WHERE (("t1"."stage" = ?) AND ("t1"."author_id" = ?)) ORDER BY "t1"."stage_since", "t1"."id" LIMIT ?',
        ('', 'returned', (0,), (1,)),
    ),
    'queue._count UNANSWERED False False False False 0 None': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE (("t1"."stage" IN (?, ?, ?, ?, ?)) AND ("t1"."id" IN (SELECT DISTINCT "t2"."article_id" FROM "comment" AS "t2" INNER JOIN "article" AS "t3" ON ("t2"."article_id" = "t3"."id") INNER JOIN "comment" AS "t4" ON ("t4"."id" = (SELECT max("t5"."id") FROM "comment" AS "t5" WHERE (("t5"."id" = "t2"."id") OR ("t5"."thread_id" = "t2"."id")))) WHERE (((("t2"."thread_id" IS NULL) AND ("t2"."state" = ?)) AND ("t4"."author_id" != ?)) AND (("t3"."author_id" = ?) OR EXISTS(SELECT "t6"."id" FROM "comment" AS "t6" WHERE ((("t6"."id" = "t2"."id") OR ("t6"."thread_id" = "t2"."id")) AND (("t6"."author_id" = ?) OR ("t6"."id" IN (SELECT "t7"."comment_id" FROM "mention" AS "t7" WHERE ("t7"."person_id" = ?)))))))))))',
        ('draft', 'returned', 'submitted', 'for_approval', 'approved', 'open', (0,), (0,), (0,), (0,)),
    ),
    'queue._first_rows UNANSWERED False False False False 0 None': (
        'SELECT "t1"."id", "t1"."title", "t1"."byline", "t1"."author_id", "t2"."name", "t1"."section_id", "t3"."title", "t1"."event_date", "t1"."stage", "t1"."version", "t1"."revision", "t1"."words", "t1"."changed_at", "t1"."stage_since", "t1"."touched", "t4"."number", "t4"."year", "t1"."note", "t1"."title_key", "t1"."genre", "deputy"."name", COALESCE((SELECT group_concat("t5"."person_id") FROM "authorship" AS "t5" WHERE ("t5"."article_id" = "t1"."id")), ?) FROM "article" AS "t1" INNER JOIN "person" AS "t2" ON ("t1"."author_id" = "t2"."id") LEFT OUTER JOIN "section" AS "t3" ON ("t1"."section_id" = "t3"."id") LEFT OUTER JOIN "placement" AS "t6" ON ("t6"."article_id" = "t1"."id") LEFT OUTER JOIN "issue" AS "t4" ON ("t6"."issue_id" = "t4"."id") LEFT OUTER JOIN "person" AS "deputy" ON (("t1"."recommended_by_id" = "deputy"."id") AND ("t1"."recommended_revision" = "t1"."revision")) WHERE (("t1"."stage" IN (?, ?, ?, ?, ?)) AND ("t1"."id" IN (SELECT DISTINCT "t7"."article_id" FROM "comment" AS "t7" INNER JOIN "article" AS "t8" ON ("t7"."article_id" = "t8"."id") INNER JOIN "comment" AS "t9" ON ("t9"."id" = (SELECT max("t10"."id") FROM "comment" AS "t10" WHERE (("t10"."id" = "t7"."id") OR ("t10"."thread_id" = "t7"."id")))) WHERE (((("t7"."thread_id" IS NULL) AND ("t7"."state" = ?)) AND ("t9"."author_id" != ?)) AND (("t8"."author_id" = ?) OR EXISTS(SELECT "t11"."id" FROM "comment" AS "t11" WHERE ((("t11"."id" = "t7"."id") OR ("t11"."thread_id" = "t7"."id")) AND (("t11"."author_id" = ?) OR ("t11"."id" IN (SELECT "t12"."comment_id" FROM "mention" AS "t12" WHERE ("t12"."person_id" = ?))))))))))) ORDER BY "t1"."stage_since", "t1"."id" LIMIT ?',
        ('', 'draft', 'returned', 'submitted', 'for_approval', 'approved', 'open', (0,), (0,), (0,), (0,), (1,)),
    ),
    'today._an_issue': (
        'SELECT "t1"."id" FROM "issue" AS "t1" LIMIT ?',
        (1,),
    ),
    'today._a_meeting': (
        'SELECT "t1"."id" FROM "meeting" AS "t1" LIMIT ?',
        (1,),
    ),
    'today._unplaced': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE (("t1"."stage" = ?) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "placement" AS "t2")))',
        ('approved',),
    ),
    'today._one_wanted': (
        'SELECT "t1"."id" FROM "wanted" AS "t1" WHERE ("t1"."person_id" = ?) LIMIT ?',
        ((0,), 1),
    ),
    'today._sections': (
        'SELECT "t1"."id", "t1"."title" FROM "section" AS "t1" WHERE (("t1"."active" = ?) AND ("t1"."id" NOT IN (SELECT "t2"."section_id" FROM "issue_section" AS "t2" WHERE (("t2"."issue_id" = ?) AND ("t2"."hidden" = ?))))) ORDER BY "t1"."position", "t1"."id"',
        (1, (0,), 1),
    ),
    'today._filled': (
        'SELECT DISTINCT "t1"."section_id" FROM "placement" AS "t1" WHERE ("t1"."issue_id" = ?)',
        ((0,),),
    ),
    'today._placed': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE ("t1"."id" IN (SELECT "t2"."article_id" FROM "placement" AS "t2" WHERE ("t2"."issue_id" = ?)))',
        ((0,),),
    ),
    'today._stale': (
        'SELECT count("t1"."id") FROM "article" AS "t1" INNER JOIN "placement" AS "t2" ON ("t2"."article_id" = "t1"."id") WHERE (("t2"."issue_id" = ?) AND NOT COALESCE((("t1"."stage" = ?) AND ("t1"."approved_revision" = "t1"."revision")), ?))',
        ((0,), 'approved', 0),
    ),
    'today._unapproved': (
        'SELECT count("t1"."id") FROM "article" AS "t1" WHERE ((("t1"."stage" IN (?, ?, ?, ?)) AND ("t1"."month" <= ?)) AND ("t1"."id" NOT IN (SELECT "t2"."article_id" FROM "placement" AS "t2")))',
        ('draft', 'returned', 'submitted', 'for_approval', (0,)),
    ),
}
