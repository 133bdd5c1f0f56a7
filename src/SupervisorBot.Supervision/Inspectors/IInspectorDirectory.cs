namespace SupervisorBot.Supervision.Inspectors;

/// <summary>Who the inspectors are.</summary>
public interface IInspectorDirectory
{
    /// <summary>The inspector that a chat user is, by the directory as it is now; null for everybody else.</summary>
    /// <param name="entraObjectId">The user's Entra object id, as the channel reports it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Sessions.Stored.StoreUnavailableException">The directory cannot be read at present.</exception>
    ValueTask<InspectorProfile?> FindAsync(string? entraObjectId, CancellationToken cancellationToken);

    /// <summary>An inspector as last read, for what is only shown; null where they were none then.</summary>
    InspectorProfile? LastKnown(Inspector inspector);
}
