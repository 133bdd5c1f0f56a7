namespace SupervisorBot.Supervision.Notices;

/// <summary>Is told what happens, in the order in which it happens to one inspector. Implemented by the conversation.</summary>
public interface ISupervisionListener
{
    /// <summary>Takes one notice. It should queue what it posts and return: the inspector's next notice waits for it, the inspector's session does not.</summary>
    /// <param name="notice">What happened.</param>
    /// <param name="cancellationToken">Cancelled when the bot stops.</param>
    Task OnNoticeAsync(SupervisionNotice notice, CancellationToken cancellationToken);
}
