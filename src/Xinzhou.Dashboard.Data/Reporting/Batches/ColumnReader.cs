using Npgsql;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Reporting.Batches;

/// <summary>The columns of the row that a reader stands at, one after the other.</summary>
/// <param name="reader">The reader.</param>
internal sealed class ColumnReader(NpgsqlDataReader reader)
{
    private int _next;

    /// <summary>A text.</summary>
    public string Text() => reader.GetString(_next++);

    /// <summary>A text, or none.</summary>
    public string? TextOrNull() => IsNull() ? null : Text();

    /// <summary>A whole number.</summary>
    public int Number() => reader.GetInt32(_next++);

    /// <summary>A whole number, or none.</summary>
    public int? NumberOrNull() => IsNull() ? null : Number();

    /// <summary>A value with its digits, or none.</summary>
    public decimal? ValueOrNull() => IsNull() ? null : reader.GetDecimal(_next++);

    /// <summary>Yes or no.</summary>
    public bool Flag() => reader.GetBoolean(_next++);

    /// <summary>A moment.</summary>
    public DateTimeOffset Moment() => reader.GetFieldValue<DateTimeOffset>(_next++);

    /// <summary>A moment, or none.</summary>
    public DateTimeOffset? MomentOrNull() => IsNull() ? null : Moment();

    /// <summary>The value of an enumeration.</summary>
    public T Code<T>()
        where T : struct, Enum => Domain.Code.Parse<T>(Text());

    /// <summary>The value of an enumeration, or none.</summary>
    public T? CodeOrNull<T>()
        where T : struct, Enum => IsNull() ? null : Code<T>();

    /// <summary>Two columns: a user and the name shown.</summary>
    public Person Person() => new(reader.GetGuid(_next++), Text());

    /// <summary>Whether the next column has nothing; it is then read.</summary>
    private bool IsNull()
    {
        if (!reader.IsDBNull(_next)) return false;
        _next++;
        return true;
    }
}
