using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>
/// Asks for the page anew whenever the snapshot changes: Blazor fetches it and patches what differs. The page waits
/// while the reader is at a control or has changed one, since a refresh would put it back, and opened parts stay open.
/// When the reader's session ends, the page is left at once: it was shown to somebody who may no longer see it. It stays
/// when only this circuit's proof is outdated: his browser has a newer one after he has changed his own password or factor.
/// </summary>
public sealed partial class LiveRefresh(
    SnapshotStore store,
    NavigationManager navigation,
    IJSRuntime script,
    TimeProvider time,
    AuthenticationStateProvider authentication) : IAsyncDisposable
{
    // A long import commits often; the first change shows at once, the following ones together.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    private readonly CancellationTokenSource leaving = new();
    private IJSObjectReference? module;
    private bool changed;
    private bool refreshing;
    private bool waiting;
    private bool isKnown;
    private Guid? person;

    /// <summary>The stamp of the snapshot from which the page was rendered: <see cref="StampOf"/>.</summary>
    [Parameter, EditorRequired]
    public required long Rendered { get; set; }

    /// <summary>The address of <c>live.js</c>.</summary>
    [Parameter, EditorRequired]
    public required string Module { get; set; }

    /// <summary>Said while a change waits for the reader: 数据已更新。</summary>
    [Parameter, EditorRequired]
    public required string Waiting { get; set; }

    /// <summary>The button that shows the change at once.</summary>
    [Parameter, EditorRequired]
    public required string Show { get; set; }

    /// <summary>False for the answer to a form, which a refresh would lose: only the end of the session matters there.</summary>
    [Parameter]
    public bool Follows { get; set; } = true;

    /// <summary>What tells one snapshot from the next.</summary>
    public static long StampOf(Snapshot snapshot, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.LastChange(now).UtcTicks;
    }

    /// <summary>Stops listening.</summary>
    public async ValueTask DisposeAsync()
    {
        store.Changed -= OnChanged;
        authentication.AuthenticationStateChanged -= OnSessionChanged;
        await leaving.CancelAsync();
        leaving.Dispose();
        if (module is not null)
        {
            try
            {
                await module.DisposeAsync();
            }
            catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException)
            {
                // The reader has left, or his browser does not answer any more; it tidies up by itself.
            }
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        var reader = (await authentication.GetAuthenticationStateAsync()).User;
        (isKnown, person) = (reader.Identity?.IsAuthenticated == true, CurrentUser.Of(reader)?.Id);
        if (isKnown)
        {
            authentication.AuthenticationStateChanged += OnSessionChanged;
        }

        if (Follows)
        {
            store.Changed += OnChanged;
        }

        try
        {
            // Also where nothing is followed: it sees whether the answer to a form is on its way.
            module = await script.InvokeAsync<IJSObjectReference>("import", leaving.Token, Module);
            if (!Follows)
            {
                return;
            }

            // What changed between the rendering of the page and now was announced to nobody.
            if (Rendered != StampOf(store.Current, time.GetUtcNow()))
            {
                changed = true;
            }

            if (changed)
            {
                await RefreshAsync();
            }
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The reader left before the page was live.
        }
    }

    // Raised on the thread that replaced the snapshot: only hands over.
    private void OnChanged() => _ = InvokeAsync(async () =>
    {
        changed = true;
        try
        {
            await RefreshAsync();
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The reader has left.
        }
    });

    private void OnSessionChanged(Task<AuthenticationState> change) => _ = InvokeAsync(async () =>
    {
        if (!isKnown || (await change).User.Identity?.IsAuthenticated == true)
        {
            return;
        }

        isKnown = false;
        try
        {
            module ??= await script.InvokeAsync<IJSObjectReference>("import", leaving.Token, Module);
            await module.InvokeVoidAsync("leave", leaving.Token, person);
        }
        catch (JSException)
        {
            navigation.NavigateTo(navigation.Uri, forceLoad: true);
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException or ObjectDisposedException)
        {
            // The reader has left.
        }
    });

    private async Task RefreshAsync()
    {
        if (refreshing || module is null)
        {
            return;
        }

        refreshing = true;
        try
        {
            while (changed)
            {
                changed = false;
                var pause = Task.Delay(Pause, time, leaving.Token);
                if (!await module.InvokeAsync<bool>("refresh", leaving.Token, false))
                {
                    waiting = true;
                    StateHasChanged();
                    await module.InvokeVoidAsync("whenCalm", Timeout.InfiniteTimeSpan);
                    waiting = false;
                    StateHasChanged();
                    await module.InvokeAsync<bool>("refresh", leaving.Token, true);
                }

                await pause;
            }
        }
        finally
        {
            refreshing = false;
        }
    }

    private async Task ShowNow()
    {
        if (module is not null)
        {
            await module.InvokeVoidAsync("goAhead");
        }
    }
}
