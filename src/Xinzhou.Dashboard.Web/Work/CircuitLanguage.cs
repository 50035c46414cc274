using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.WebUtilities;

namespace Xinzhou.Dashboard.Web.Work;

/// <summary>
/// Lets everything that happens in a circuit happen in the language of its page: the connection itself carries no
/// <c>lang</c>.
/// </summary>
internal sealed class CircuitLanguage(NavigationManager navigation) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        context =>
        {
            Speak(navigation.Uri);
            return next(context);
        };

    /// <summary>From here on speaks the language of an address.</summary>
    public static void Speak(string address)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        var asked = query < 0 ? null : QueryHelpers.ParseQuery(address[query..].Split('#')[0]).GetValueOrDefault(Address.LanguageName).ToString();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture =
            CultureInfo.GetCultureInfo(asked == Languages.English ? Languages.English : Languages.Chinese);
    }
}
