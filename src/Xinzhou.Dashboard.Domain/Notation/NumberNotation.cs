namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>Numbers as the import format writes them: <c>-?\d+(\.\d+)?</c>, trailing zeros kept.</summary>
public static class NumberNotation
{
    /// <summary>The digits a decimal holds exactly, whatever they are.</summary>
    private const int MaxDigits = 28;

    /// <summary>Reads a number; null and what is wrong when it is none. <c>-0.0</c> is 0.0.</summary>
    public static decimal? Read(ReadOnlySpan<char> text, out Wrong? wrong)
    {
        wrong = null;
        var digits = text.Length > 0 && text[0] == '-' ? text[1..] : text;
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? [] : digits[(point + 1)..];
        if (!AreDigits(whole) || (point >= 0 && !AreDigits(fraction)))
        {
            wrong = new(FaultReason.NotANumber);
            return null;
        }

        if (whole.TrimStart('0').Length + fraction.Length > MaxDigits)
        {
            wrong = new(FaultReason.TooManyDigits);
            return null;
        }

        var value = decimal.Parse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);
        return value == 0 ? new decimal(0, 0, 0, false, (byte)fraction.Length) : value;
    }

    private static bool AreDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');
}
