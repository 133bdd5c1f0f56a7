namespace SupervisorBot.Storage.Writing;

/// <summary>Opens connections to write over.</summary>
internal interface IBatchConnector
{
    /// <summary>How many may be used at the same time.</summary>
    int Connections { get; }

    /// <summary>The largest number of changes in one transaction.</summary>
    int LargestBatch { get; }

    /// <summary>Whether a connection blocks its caller's thread while the database works, which then has to be a thread of its own.</summary>
    bool BlocksThread { get; }

    /// <summary>Opens a connection.</summary>
    Task<BatchConnection> OpenAsync();

    /// <summary>The server has hung up: connections that lie idle are not to be used any more.</summary>
    void ForgetIdle();

    /// <summary>All connections are closed for good.</summary>
    void Close();
}
