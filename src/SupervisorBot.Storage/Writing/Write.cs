namespace SupervisorBot.Storage.Writing;

/// <summary>A statement that a batch makes its changes with.</summary>
/// <param name="Statement">What is changed.</param>
/// <param name="Values">The values of its parameters; they may be replaced until the batch is written.</param>
/// <param name="IsConditional">Whether it has to change exactly one row, or else the batch is undone: it was overtaken.</param>
/// <param name="Done">Is told how many rows it changed.</param>
internal sealed record Write(Statement Statement, object?[] Values, bool IsConditional, Action<int>? Done)
{
    /// <exception cref="OvertakenException">The condition was not met.</exception>
    public void Check(int rows)
    {
        if (IsConditional && rows != 1)
        {
            throw new OvertakenException();
        }

        Done?.Invoke(rows);
    }
}
