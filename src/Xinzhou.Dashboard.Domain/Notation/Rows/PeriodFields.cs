using System.Globalization;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Notation.Rows;

/// <summary>When the figures of a row are of, and whether they have come to be: period and kind.</summary>
/// <param name="today">The day of the import in Asia/Shanghai: what has not ended by then is no actual.</param>
internal sealed class PeriodFields(DateOnly today)
{
    // A file repeats its periods thousands of times: each that is one is read once.
    private readonly Dictionary<(string, Basis), Period> _read = [];

    /// <summary>The kind; null with a fault, or when neither the row nor a basis gives one.</summary>
    public static ValueKind? KindOf(RowFields row, Basis? basis)
    {
        var text = row.Text(ImportColumns.Kind);
        if (text.Length == 0)
        {
            return basis?.Kind();
        }

        if (!Code.TryParse<ValueKind>(text, out var kind))
        {
            row.Wrong(ImportColumns.Kind, new(FaultReason.UnknownKind, string.Join(", ", Code.All<ValueKind>())));
            return null;
        }

        if (basis is Basis.Forecast or Basis.Target && kind != basis.Value.Kind())
        {
            row.Wrong(ImportColumns.Kind, new(FaultReason.OtherKind, Code.Of(basis.Value)));
            return null;
        }

        return kind;
    }

    /// <summary>The period; null with a fault, or when there is no basis to read it by.</summary>
    public Period? PeriodOf(RowFields row, Basis? basis, ValueKind? kind)
    {
        if (basis is not { } known)
        {
            return null;
        }

        var text = row.Text(ImportColumns.Period);
        if (!_read.TryGetValue((text, known), out var period))
        {
            period = PeriodNotation.Read(text, known, out var wrong);
            if (period is null)
            {
                row.Wrong(ImportColumns.Period, wrong!);
                return null;
            }

            _read[(text, known)] = period;
        }

        if (kind == ValueKind.Actual && (period.IsBareYear ? period.Start : period.End) > today)
        {
            row.Wrong(ImportColumns.Period, new(FaultReason.FutureActual, today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        return period;
    }
}
