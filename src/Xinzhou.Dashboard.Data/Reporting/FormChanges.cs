using System.Globalization;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>What differs between two states of a form, as the audit log tells it.</summary>
internal static class FormChanges
{
    /// <summary>What was and what is, by what it is about; empty when nothing differs.</summary>
    /// <param name="before">The form as it was; null when it is new.</param>
    /// <param name="after">The form as it is to be.</param>
    public static IReadOnlyDictionary<string, object> Between(ReturnForm? before, ReturnForm after)
    {
        var changes = new Dictionary<string, object>();
        Compare("name", before?.Name, after.Name);
        Compare("nameEn", before?.NameEn, after.NameEn);
        Compare("stage", before is null ? null : Code.Of(before.Stage), Code.Of(after.Stage));
        Compare("active", before is null ? null : Text(before.Active), Text(after.Active));
        Compare("departments", before is null ? null : Join(before.Departments), Join(after.Departments));
        var (old, now) = (before?.Rows.Select(Text).ToArray() ?? [], after.Rows.Select(Text).ToArray());
        if (!old.SequenceEqual(now))
        {
            changes["rowsRemoved"] = old.Except(now).ToArray();
            changes["rowsAdded"] = now.Except(old).ToArray();
        }

        return changes;

        void Compare(string name, string? was, string? now)
        {
            if (was != now) changes[name] = new { before = was, after = now };
        }
    }

    private static string Join(IEnumerable<string> codes) => string.Join(' ', codes.Order(StringComparer.Ordinal));

    private static string Text(bool yes) => yes ? "true" : "false";

    private static string Text(FormRow row) => string.Join(' ', new[]
    {
        row.Number.ToString(CultureInfo.InvariantCulture),
        row.Task is { } task ? FormattableString.Invariant($"task {task}") : $"{row.Indicator?.Code} {row.Unit?.Code}",
        Code.Of(row.Timing), row.Uom, FormattableString.Invariant($".{row.Decimals}"),
        row.AsksGrowth ? "growth" : "",
        row.Indent > 0 ? FormattableString.Invariant($"indent {row.Indent}") : "",
        row.IsComputed ? FormattableString.Invariant($"{row.PartRow}/{row.TotalRow}") : "",
    }.Where(t => t.Length > 0));
}
