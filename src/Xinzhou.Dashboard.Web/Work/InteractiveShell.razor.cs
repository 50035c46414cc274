using Microsoft.AspNetCore.Components.Authorization;

namespace Xinzhou.Dashboard.Web.Work;

/// <summary>
/// Around everything on a work page: the providers of MudBlazor, the end of the session, and failures of a part. When the
/// session ends, what the page shows is taken away at once; what was typed has been kept as a draft.
/// </summary>
public sealed partial class InteractiveShell(
    AuthenticationStateProvider authentication,
    Drafts drafts,
    WorkScript script,
    Toasts toasts,
    Address address,
    IStringLocalizer<InteractiveShell> text) : IDisposable
{
    private bool alive;
    private bool known;
    private bool ended;
    private string returnTo = "/";

    /// <summary>The page.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    private Address Address => address;

    private IStringLocalizer<InteractiveShell> Text => text;

    /// <summary>Stops listening.</summary>
    public void Dispose()
    {
        authentication.AuthenticationStateChanged -= OnSessionChanged;
        toasts.Changed -= OnToast;
    }

    protected override void OnInitialized() => script.File = Assets["js/work.js"];

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        authentication.AuthenticationStateChanged += OnSessionChanged;
        toasts.Changed += OnToast;
        known = (await authentication.GetAuthenticationStateAsync()).User.Identity?.IsAuthenticated == true;
        // From here on the page answers; tests wait for it.
        alive = true;
        StateHasChanged();
    }

    private void OnToast() => _ = InvokeAsync(StateHasChanged);

    private void OnSessionChanged(Task<AuthenticationState> change) => _ = InvokeAsync(async () =>
    {
        if (!known || ended || (await change).User.Identity?.IsAuthenticated == true)
        {
            return;
        }

        (ended, returnTo) = (true, address.Here());
        await drafts.FlushAsync();
        StateHasChanged();
    });
}
