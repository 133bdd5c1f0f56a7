using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Sessions;

namespace SupervisorBot.Supervision.SigningIn;

/// <summary>Hands what the page asks to the inspector's session, wherever it is.</summary>
internal sealed class SignInPageDesk(InspectorDirectory directory, SessionCalls sessions, PasswordSeal seal) : ISignInPageDesk
{
    public async Task<SignInForm?> FindAsync(string token, CancellationToken cancellationToken) =>
        SignInLinks.TryRead(token, out var agentId, out var hash) && (await directory.ReadAsync(cancellationToken)).IsInspector(agentId)
            ? await sessions.CallAsync(agentId, session => session.FindSignInLinkAsync(hash), cancellationToken)
            : null;

    public async Task<PageAnswer> SignInAsync(string token, string form, string password, string phoneNumber, CancellationToken cancellationToken)
    {
        if (!SignInLinks.TryRead(token, out var agentId, out var hash) || !(await directory.ReadAsync(cancellationToken)).IsInspector(agentId))
        {
            return new PageAnswer(PageResult.NoLink);
        }

        var submission = new PageSubmission(hash, form, seal.Seal(agentId, password), phoneNumber);
        return await sessions.CallAsync(agentId, session => session.SubmitSignInAsync(submission), cancellationToken);
    }
}
