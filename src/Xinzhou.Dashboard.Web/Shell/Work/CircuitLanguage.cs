using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Xinzhou.Dashboard.Web.Shell.Work;

/// <summary>
/// Lets everything that happens in a circuit happen in the language of its page: the connection itself carries no
/// <c>lang</c>.
/// </summary>
internal sealed class CircuitLanguage(NavigationManager navigation) : CircuitHandler
{
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(Func<CircuitInboundActivityContext, Task> next) =>
        context =>
        {
            Languages.Speak(navigation.Uri);
            return next(context);
        };
}
