namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>What a statement has in its series, never twice: by this its statements are ordered and found.</summary>
internal readonly record struct StatementPlace(string Scope, PriceBasis? PriceBasis, Period Period, ValueKind Kind)
{
    public static StatementPlace Of(Figure figure) => new(figure.Scope, figure.PriceBasis, figure.Period, figure.Kind);

    /// <summary>The order of the API: scope, period end (none last), period code and kind, kind; then the price basis that leads in the series, none, the others.</summary>
    /// <param name="other">Another of the same series.</param>
    /// <param name="leading">The price basis of the series.</param>
    public int CompareTo(StatementPlace other, PriceBasis? leading)
    {
        var order = string.CompareOrdinal(Scope, other.Scope);
        if (order != 0) return order;
        if (Period != other.Period)
        {
            order = (Period.End ?? DateOnly.MaxValue).CompareTo(other.Period.End ?? DateOnly.MaxValue);
            order = order != 0 ? order : string.CompareOrdinal(Period.Code, other.Period.Code);
            order = order != 0 ? order : string.CompareOrdinal(Code.Of(Period.Kind), Code.Of(other.Period.Kind));
            if (order != 0) return order;
        }

        order = Kind == other.Kind ? 0 : string.CompareOrdinal(Code.Of(Kind), Code.Of(other.Kind));
        return order != 0 ? order : Rank(PriceBasis, leading).CompareTo(Rank(other.PriceBasis, leading));
    }

    private static int Rank(PriceBasis? basis, PriceBasis? leading) => basis == leading ? 0 : basis is { } other ? 2 + (int)other : 1;
}
