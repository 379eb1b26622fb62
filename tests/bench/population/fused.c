/* The four questions under both policies in one pass over the rows, as fast as a hand can make it.

   Dates are days since 1970, -1 where there is none, and lie between 1970 and 2079. The codes are those of codes.py. */

#include <stdint.h>
#include <string.h>

typedef uint8_t u8;
typedef int32_t i32;

typedef struct {
    const u8 *claim, *route;
    const i32 *claimed, *further, *decided, *arrived;
    const u8 *work_and_study, *lone_child, *family, *destitute, *section_4, *obstacle, *broke, *worked, *rights;
} Facts;

typedef struct {
    u8 *leave_old, *leave_new, *leave_turn;
    u8 *from_old, *from_new, *from_turn;
    u8 *reviews_old, *reviews_new, *reviews_turn;
    u8 *support_old, *support_new, *support_turn;
    i32 *day_old, *day_new;
} Told;

enum { NONE_MADE, PENDING, REFUGEE, HUMANITARIAN_PROTECTION, REFUSED, WITHDRAWN, INADMISSIBLE };
enum { BY_SCHEME = 1, CORPORATE = 4 };
enum { NOT_COVERED, UNSTATED };
enum { FIVE_YEARS = 2, THIRTY_MONTHS, INDEFINITE };
enum { A_DATE = 2 };
enum { NO_REVIEW = 2, SEVEN_REVIEWS = 9 };
enum { DUTY = 2, POWER, NO_SUPPORT };
enum { BETTER, WORSE, SAME, DIFFERENT, OPEN };

#define SETTLED_FROM 18935  /* 4 November 2021 */
#define ANNOUNCED_ON 20409  /* 17 November 2025 */
#define TO_MARCH_1968 671   /* four years from the first of March end with the leap day */
#define FOUR_YEARS 1461

static inline i32 in_cycle(i32 day) { return (i32)((uint32_t)(day + TO_MARCH_1968) % FOUR_YEARS); }
static inline i32 plus_5(i32 day) { i32 at = in_cycle(day); return day + 1826 + (at >= 1095 && at < 1460); }
static inline i32 plus_10(i32 day) { i32 at = in_cycle(day); return day + 3652 + (at >= 730 && at < 1460); }
static inline i32 plus_20(i32 day) { return day + 5 * FOUR_YEARS; }

#define BLOCK 2048

static void block(const Facts *f, const Told *t, long first, long rows)
{
    u8 here[BLOCK], known[BLOCK], brought[BLOCK], settled[BLOCK], late[BLOCK], order[BLOCK];

    {
        const u8 *claim = f->claim + first, *route = f->route + first, *study = f->work_and_study + first;
        const i32 *claimed = f->claimed + first, *further = f->further + first;
        const i32 *decided = f->decided + first, *arrived = f->arrived + first;
        i32 *restrict day_old = t->day_old + first, *restrict day_new = t->day_new + first;
        for (long i = 0; i < rows; i++) {
            u8 lodged = (claimed[i] & further[i]) >= 0;
            u8 is_here = (u8)(claim[i] - PENDING) <= HUMANITARIAN_PROTECTION - PENDING;
            u8 ended = (claim[i] == REFUSED) | (claim[i] == WITHDRAWN) | (claim[i] == INADMISSIBLE);
            u8 is_brought = (u8)(route[i] - BY_SCHEME) <= CORPORATE - BY_SCHEME;
            is_here &= lodged;
            is_brought &= !ended & !is_here;
            here[i] = is_here;
            known[i] = is_here & (claim[i] != PENDING);
            brought[i] = is_brought;
            settled[i] = is_brought & (route[i] == BY_SCHEME) & (arrived[i] >= SETTLED_FROM);
            late[i] = is_brought & (arrived[i] >= ANNOUNCED_ON);
        }
        for (long i = 0; i < rows; i++) {
            i32 day = decided[i];
            i32 old = known[i] ? plus_5(day) : settled[i] ? arrived[i] : 0;
            i32 new = known[i] ? (study[i] ? 0 : plus_20(day)) : late[i] ? plus_10(day) : settled[i] ? arrived[i] : 0;
            day_old[i] = old;
            day_new[i] = new;
            order[i] = new > old ? WORSE : new < old ? BETTER : SAME;
        }
    }
    {
        u8 *restrict old = t->leave_old + first, *restrict new = t->leave_new + first;
        u8 *restrict turn = t->leave_turn + first;
        for (long i = 0; i < rows; i++) {
            u8 on_arrival = settled[i] ? INDEFINITE : UNSTATED;
            old[i] = here[i] ? FIVE_YEARS : brought[i] ? on_arrival : NOT_COVERED;
            new[i] = here[i] ? THIRTY_MONTHS : brought[i] ? (late[i] ? UNSTATED : on_arrival) : NOT_COVERED;
            turn[i] = here[i] ? WORSE : settled[i] & late[i] ? OPEN : SAME;
        }
    }
    {
        const u8 *study = f->work_and_study + first;
        u8 *restrict old = t->from_old + first, *restrict new = t->from_new + first;
        u8 *restrict turn = t->from_turn + first;
        for (long i = 0; i < rows; i++) {
            u8 dated = known[i] | settled[i], still = known[i] ? !study[i] : late[i] | settled[i];
            u8 covered = known[i] | brought[i];
            old[i] = covered + dated;
            new[i] = covered + still;
            turn[i] = dated != still ? OPEN : dated ? order[i] : SAME;
        }
    }
    {
        const u8 *study = f->work_and_study + first;
        u8 *restrict old = t->reviews_old + first, *restrict new = t->reviews_new + first;
        u8 *restrict turn = t->reviews_turn + first;
        for (long i = 0; i < rows; i++) {
            u8 told = here[i] | settled[i];
            old[i] = told ? NO_REVIEW : brought[i];
            new[i] = here[i] ? (study[i] ? UNSTATED : SEVEN_REVIEWS) : settled[i] & !late[i] ? NO_REVIEW : brought[i];
            turn[i] = here[i] ? (study[i] ? OPEN : WORSE) : settled[i] & late[i] ? OPEN : SAME;
        }
    }
    {
        const u8 *claim = f->claim + first, *lone = f->lone_child + first, *family = f->family + first;
        const u8 *destitute = f->destitute + first, *section_4 = f->section_4 + first, *obstacle = f->obstacle + first;
        const u8 *broke = f->broke + first, *worked = f->worked + first, *rights = f->rights + first;
        u8 *restrict old = t->support_old + first, *restrict new = t->support_new + first;
        u8 *restrict turn = t->support_turn + first;
        for (long i = 0; i < rows; i++) {
            u8 refused = claim[i] == REFUSED;
            u8 carries = refused | (claim[i] == PENDING) | (claim[i] == INADMISSIBLE);
            u8 seeks = !refused | family[i];
            u8 before = seeks ? (broke[i] | worked[i] ? POWER : DUTY) : section_4[i] ? POWER : NO_SUPPORT;
            u8 after = !refused | obstacle[i] ? POWER : NO_SUPPORT;
            u8 was = rights[i] ? DUTY : destitute[i] ? before : NO_SUPPORT;
            u8 is = rights[i] ? DUTY : destitute[i] ? after : NO_SUPPORT;
            was = carries ? (lone[i] ? NOT_COVERED : was) : NO_SUPPORT;
            is = carries ? (lone[i] ? NOT_COVERED : is) : NO_SUPPORT;
            old[i] = was;
            new[i] = is;
            turn[i] = is > was ? WORSE : is < was ? BETTER : SAME;
        }
    }
}

/* Answer the rows from `first` up to `end` into the columns of `t`. */
void rows(const Facts *f, const Told *t, long first, long end)
{
    for (long at = first; at < end; at += BLOCK) {
        block(f, t, at, end - at < BLOCK ? end - at : BLOCK);
    }
}

/* Count the same rows, each question by its old code, its new code and the direction, 16 by 16 by 8. */
void totals(const Facts *f, i32 *counts, long first, long end)
{
    u8 out[12][BLOCK];
    i32 days[2][BLOCK];
    Told own = {out[0], out[1], out[2], out[3], out[4], out[5], out[6], out[7], out[8], out[9], out[10], out[11], days[0], days[1]};
    for (long at = first; at < end; at += BLOCK) {
        long here = end - at < BLOCK ? end - at : BLOCK;
        Facts g = {
            f->claim + at, f->route + at, f->claimed + at, f->further + at, f->decided + at, f->arrived + at,
            f->work_and_study + at, f->lone_child + at, f->family + at, f->destitute + at, f->section_4 + at,
            f->obstacle + at, f->broke + at, f->worked + at, f->rights + at,
        };
        block(&g, &own, 0, here);
        for (int question = 0; question < 4; question++) {
            const u8 *old = out[3 * question], *new = out[3 * question + 1], *turn = out[3 * question + 2];
            i32 *count = counts + 2048 * question;
            for (long i = 0; i < here; i++) count[old[i] << 7 | new[i] << 3 | turn[i]]++;
        }
    }
}
