namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>A place given by a number that increases along the list.</summary>
public readonly record struct OrderPosition(int Order) : IPosition<OrderPosition>
{
    public int Compare(OrderPosition other) => Order.CompareTo(other.Order);

    public string Write() => Order.ToString(CultureInfo.InvariantCulture);

    public static bool TryRead(string text, out OrderPosition position)
    {
        var read = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var order);
        position = new(order);
        return read;
    }
}
