using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Xinzhou.Dashboard.Data.Model.Conventions;

/// <summary>
/// Rows whose codes this version knows. A newer instance beside this one may write others: those rows are left to it, and
/// everything else is served.
/// </summary>
public static class KnownCodes
{
    /// <summary>Leaves out, in the database, the rows with a code that no value of its enumeration has.</summary>
    /// <param name="rows">Rows of one table.</param>
    /// <param name="context">Whose model says which columns hold codes.</param>
    public static IQueryable<T> Known<T>(this IQueryable<T> rows, DashboardContext context)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(context);
        var row = Expression.Parameter(typeof(T), "row");
        return Codes(context.Model.FindEntityType(typeof(T))!, row)
            .Aggregate(rows, (known, column) => known.Where(Expression.Lambda<Func<T, bool>>(IsKnown(column), row)));
    }

    /// <summary>The columns of a type that hold codes, and those of the values that it is made of.</summary>
    private static IEnumerable<MemberExpression> Codes(ITypeBase type, Expression of) => type.GetProperties()
        .Where(p => p.PropertyInfo is not null && (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType).IsEnum)
        .Select(p => Expression.Property(of, p.PropertyInfo!))
        .Concat(type.GetComplexProperties().Where(c => c is { PropertyInfo: not null, IsCollection: false } && !c.ComplexType.IsMappedToJson())
            .SelectMany(c => Codes(c.ComplexType, Expression.Property(of, c.PropertyInfo!))));

    private static Expression IsKnown(MemberExpression column)
    {
        var optional = Nullable.GetUnderlyingType(column.Type);
        var values = Enum.GetValues(optional ?? column.Type);
        var array = Array.CreateInstance(column.Type, values.Length);
        for (var i = 0; i < values.Length; i++) array.SetValue(values.GetValue(i), i);
        Expression known = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [column.Type], Expression.Constant(array), column);
        return optional is null ? known : Expression.OrElse(Expression.Equal(column, Expression.Constant(null, column.Type)), known);
    }
}
